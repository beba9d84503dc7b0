// Rule 3.4: Personio gets local date and time in the zone where the row began.

import { expect, test } from 'vitest';
import { anna, tellStory, told } from '../support/company.ts';

const lisbon = { start_time_timezone: 'Europe/Lisbon', end_time_timezone: 'Europe/Lisbon' };

test('a row recorded elsewhere shows the clock of that place', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00', lisbon);

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
});

test('walls that overlap only because of the zones are told, not cut', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  // 12:00 in Berlin is 11:00 in Lisbon: one after the other, and yet the walls overlap.
  story.works(anna.user, '2026-03-16 11:00', '13:00', lisbon);

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['zone-overlap 3001 2026-03-16']);
  expect(story.attendances()).toEqual([]);
});

test('a flight: begun in Berlin, ended in Lisbon, told in the zone of its begin', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '11:00', { end_time_timezone: 'Europe/Lisbon' });

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
});

test('a row that begins in another zone belongs to the date of that place', async () => {
  const story = tellStory();
  // 23:30 in New York is 04:30 of the next day in Berlin.
  const newYork = { start_time_timezone: 'America/New_York', end_time_timezone: 'America/New_York' };
  story.works(anna.user, '2026-03-16 23:30', '2026-03-17 01:00', newYork);

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 23:30–24:00', 'WORK 2026-03-17 00:00–01:00']);
});

test('a clock change in that zone is noted, one in Berlin is not', async () => {
  // The United States changed on 8 March 2026, three weeks before Europe.
  const story = tellStory();
  const newYork = { start_time_timezone: 'America/New_York', end_time_timezone: 'America/New_York' };
  story.works(anna.user, '2026-03-08 00:00', '06:00', newYork);

  const report = await story.sync();

  expect(told(report.notes)).toEqual(['dst-hours-differ 3001 2026-03-08']);
  expect(story.attendances()).toEqual(['WORK 2026-03-08 00:00–06:00']);
});
