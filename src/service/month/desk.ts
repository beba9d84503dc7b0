// What a month check works with.

import type { Settings } from '../../core/settings/settings.ts';
import type { Archive } from '../../engine/archive.ts';
import type { Doors } from '../home.ts';

export interface MonthDesk {
  readonly doors: Pick<Doors, 'hr' | 'time'>;
  readonly archive: Archive;
  readonly settings: Settings;
}
