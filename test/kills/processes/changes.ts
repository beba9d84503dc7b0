// What people do in TimeTac between two kills: short entries at odd hours of the days before, some changed, a few taken
// back. The same seed does the same to every company of the same seed.

import { addDays, type LocalDate } from '../../../src/core/time/calendar.ts';
import type { Vendors } from './vendors.ts';

export interface Workday {
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  readonly today: LocalDate;
  readonly users: readonly number[];
  /** Entries made so far that nobody took back. */
  readonly made: { readonly id: number; readonly start: string }[];
}

const zone = 'Europe/Berlin';
const daysBack = 6;
const taskId = 4;

export async function activeUsers(vendors: Vendors): Promise<number[]> {
  const rows = (await vendors.timetac('GET', 'users/read?_limit=1000')) ?? [];
  return rows
    .filter(
      (row) => row['active'] === true && typeof row['external_id'] === 'string' && row['external_id'] !== '',
    )
    .map((row) => Number(row['id']))
    .sort((a, b) => a - b);
}

/** One stretch of work in TimeTac. What the account refuses (an entry in the way) did not happen. */
export async function workOn(vendors: Vendors, day: Workday, changes: number): Promise<void> {
  for (let count = 0; count < changes; count++) {
    const kind = day.random();
    const which = Math.floor(day.random() * day.made.length);
    const entry = day.made[which];
    if (kind < 0.06 && entry !== undefined) {
      await vendors.timetac('DELETE', `timeTrackings/delete/${entry.id}`);
      day.made.splice(which, 1);
    } else if (kind < 0.3 && entry !== undefined)
      await vendors.timetac('PUT', 'timeTrackings/update', {
        id: entry.id,
        end_time: after(entry.start, 1 + Math.floor(day.random() * 9)),
      });
    else await record(vendors, day);
  }
}

async function record(vendors: Vendors, { random, today, users, made }: Workday): Promise<void> {
  const user = users[Math.floor(random() * users.length)];
  const date = addDays(today, -1 - Math.floor(random() * daysBack));
  const start = after(`${date} 00:00:00`, 10 * Math.floor(random() * 143));
  const rows = await vendors.timetac('POST', 'timeTrackings/create', {
    user_id: user,
    task_id: taskId,
    start_time: start,
    end_time: after(start, 5),
    start_time_timezone: zone,
    end_time_timezone: zone,
  });
  const id = Number(rows?.[0]?.['id'] ?? 0);
  if (id > 0) made.push({ id, start });
}

/** So many minutes later on the same day. */
function after(wall: string, minutes: number): string {
  const [date = '', time = ''] = wall.split(' ');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const total = hour * 60 + minute + minutes;
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${date} ${two(Math.floor(total / 60))}:${two(total % 60)}:00`;
}
