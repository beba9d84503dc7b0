// The two doors of an integration, over real connections.

import type { SharedPace } from '../connectors/http/shared-pace.ts';
import { undiciTransport } from '../connectors/http/undici-transport.ts';
import { createPersonioDoor } from '../connectors/personio/door.ts';
import { createTimetacDoor } from '../connectors/timetac/door.ts';
import type { Settings } from '../core/settings/settings.ts';
import type { Doors } from '../service/home.ts';

export function openDoors(settings: Settings, allowPrivateHosts: boolean, shared: SharedPace): Doors {
  const { transport, close } = undiciTransport({ allowPrivateHosts });
  const timing = {
    now: Date.now,
    sleep: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
    random: Math.random,
  };
  const common = { transport, timing, pacing: 'vendor' as const };
  return {
    hr: createPersonioDoor({ ...settings.personio, ...common, shared }),
    time: createTimetacDoor({ ...settings.timetac, ...common }),
    close,
  };
}
