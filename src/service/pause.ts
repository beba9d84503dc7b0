// Pausing and resuming, at once: a run in progress sees it before its next writes (rule 4.9).

import type { Part } from '../core/report/codes.ts';
import type { Settings } from '../core/settings/settings.ts';
import { pausedParts, setPause } from '../engine/pause.ts';
import type { Home } from './home.ts';

/** Returns what is paused now. */
export async function pauseParts(
  home: Home,
  settings: Settings,
  { parts, paused }: { readonly parts: readonly Part[]; readonly paused: boolean },
  now: number,
): Promise<{ readonly paused: readonly Part[] }> {
  const archive = await home.openArchive(settings);
  await setPause(archive, parts, paused ? now : null);
  return { paused: pausedParts(await archive.memory()) };
}
