// When Tandem runs, what it refuses to do by itself, and to whom it reports.

import { z } from 'zod';
import type { ReportSettings, ScheduleSettings, Settings } from '../settings.ts';
import { about, emailAddress, interval, secondsOf, timeOfDay, zone } from '../values.ts';

export const scheduleFile = z
  .strictObject({
    every: about(interval().default('15m'), 'Every', 'Time between two runs: 15m, 60s, 1h; at least 60s.'),
    fullCheckAt: about(timeOfDay().default('03:00'), 'Full check at', 'Time of the nightly check, HH:mm.'),
    timezone: about(zone().default('Europe/Berlin'), 'Time zone', 'Zone of that time, and of "today".'),
  })
  .transform(({ every, ...rest }) => ({
    everySeconds: secondsOf(every),
    ...rest,
  })) satisfies z.ZodType<ScheduleSettings>;

export const guardFile = z.strictObject({
  maxDeletes: about(
    z.int().min(0).default(25),
    'Most deletes',
    'A run that would delete more records of one part is refused.',
  ),
  maxDeleteShare: about(
    z.number().min(0).max(1).default(0.1),
    'Largest share of deletes',
    'Share of the records of the months concerned (0 to 1); the larger of the two limits counts.',
  ),
}) satisfies z.ZodType<Settings['guard']>;

export const reportFile = z.strictObject({
  to: about(
    z.array(emailAddress()).default([]),
    'Recipients',
    'E-mail addresses that get the interface report.',
  ),
  when: about(
    z.enum(['on-issues', 'daily', 'always', 'never']).default('on-issues'),
    'When',
    'on-issues: only when something is new or solved.',
  ),
  language: about(z.enum(['de', 'en']).default('de'), 'Language', 'Language of the report.'),
  deadManHours: about(
    z.number().min(1).max(8760).default(26),
    'Warn after hours',
    'Without a successful run for this long a warning is sent.',
  ),
}) satisfies z.ZodType<ReportSettings>;
