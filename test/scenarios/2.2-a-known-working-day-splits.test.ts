// Rules 2.2 and 2.4: what only the day's target can settle is asked of TimeTac's own account of that day; where it may
// not be asked, nothing is split and nothing is rounded.

import { describe, expect, test } from 'vitest';
import { anna, type Story, takeRowOut, tellStory, told, writesOf } from '../support/company.ts';
import { answering } from '../support/wire.ts';
import type { Draft } from '../support/world.ts';

const accounts = { side: 'timetac', path: '/timesheetAccountings/read' } as const;
const accountsAsked = ({ world }: Story): number =>
  world.timetac.calls.filter(({ path }) => path.includes('timesheetAccountings')).length;

describe('a weekday inside a vacation that has no row', () => {
  function withGap(): Story {
    const story = tellStory();
    const { id } = story.takesLeave(anna.user, 'vacation', '2026-03-09', '2026-03-13');
    takeRowOut(story, id, '2026-03-11');
    return story;
  }

  test('is a working day by her schedule: two absences, and she worked in between', async () => {
    const story = withGap();
    const report = await story.sync();
    expect(report.issues).toEqual([]);
    expect(story.absences()).toEqual([
      'Paid absence 2026-03-09 – 2026-03-10',
      'Paid absence 2026-03-12 – 2026-03-13',
    ]);
    expect(writesOf(await story.syncLater({ full: true }))).toBe(0);
  });

  test('may not be asked about: one absence, as a free day would be', async () => {
    const story = withGap();
    story.wire.next(accounts, answering({ Success: false }, 403), { times: Infinity });
    const report = await story.sync();
    expect(report.run.status).toBe('done');
    expect(story.absences()).toEqual(['Paid absence 2026-03-09 – 2026-03-13']);
  });
});

test('a weekend inside a vacation asks nobody', async () => {
  const story = tellStory();
  story.takesLeave(anna.user, 'vacation', '2026-03-09', '2026-03-20');
  await story.sync();
  expect(accountsAsked(story)).toBe(0);
  expect(story.absences()).toEqual(['Paid absence 2026-03-09 – 2026-03-20']);
});

describe('hours on a type that counts days, with `fractions: round`', () => {
  const rounding = (document: Draft): void => void (document['absences'].fractions = 'round');
  const hours = (duration: number) => {
    const story = tellStory({ settings: rounding });
    story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-13', {
      duration,
      duration_unit: 'hs',
      begin: '08:00:00',
    });
    return story;
  };

  test.each([
    [8, ['Paid absence 2026-04-13'], []],
    [6, ['Paid absence 2026-04-13'], ['rounded']],
    [4, ['Paid absence 2026-04-13 to midday'], []],
    [1, ['Paid absence 2026-04-13 to midday'], ['rounded']],
  ] as const)('%d of the eight hours of that day', async (duration, stands, notes) => {
    const story = hours(duration);
    const report = await story.sync();
    expect(report.issues).toEqual([]);
    expect(story.absences()).toEqual(stands);
    expect(report.notes.map(({ code }) => code)).toEqual(notes);
  });

  test('held where the target is not known', async () => {
    const story = hours(4);
    story.wire.next(accounts, answering({ Success: false }, 403), { times: Infinity });
    const report = await story.sync();
    expect(told(report.issues)).toEqual(['fraction-unsupported 3001 2026-04-13']);
    expect(story.absences()).toEqual([]);
  });
});

describe('a known working day at the edge of what may be written', () => {
  function gapped(
    settings: (document: Draft) => void,
    [from, to, worked]: readonly [string, string, string],
  ) {
    const story = tellStory({ settings });
    const { id } = story.takesLeave(anna.user, 'vacation', from, to);
    takeRowOut(story, id, worked);
    return story;
  }

  test('is no leave after a closed month', async () => {
    const story = gapped(
      (document) => (document['lockedUntil'] = '2026-03-10'),
      ['2026-03-09', '2026-03-13', '2026-03-11'],
    );
    await story.sync();
    expect(story.absences()).toEqual(['Paid absence 2026-03-12 – 2026-03-13']);
  });

  test('nor before the exit', async () => {
    const story = gapped(() => undefined, ['2026-03-23', '2026-03-27', '2026-03-25']);
    story.hr.editEmployee(anna.id, { termination_date: '2026-03-25' });
    await story.sync();
    expect(story.absences()).toEqual(['Paid absence 2026-03-23 – 2026-03-24']);
  });
});
