// Date-times as v1 writes them: the company's wall clock with its offset.

import { instantOf, minuteMs } from '../../core/time/calendar.ts';
import type { WallTime, Zone } from '../../core/time/calendar.ts';

/** `2014-11-09T00:00:00+01:00` on employees, without the last colon on absences (sections 5.3, 5.8). */
export function withOffset(wall: WallTime, zone: Zone, separator: ':' | ''): string {
  const minutes = Math.round((Date.parse(`${wall}Z`) - instantOf(wall, zone)) / minuteMs);
  const size = Math.abs(minutes);
  return `${wall}${minutes < 0 ? '-' : '+'}${twoDigits(size / 60)}${separator}${twoDigits(size % 60)}`;
}

const twoDigits = (n: number): string => String(Math.floor(n)).padStart(2, '0');
