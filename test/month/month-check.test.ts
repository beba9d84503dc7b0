// The month check through both real doors: what a run left behind, what people change afterwards, and what the look at it
// costs.

import { expect, test } from 'vitest';
import { asVendorTrouble } from '../../src/engine/ports.ts';
import type { MonthCheck } from '../../src/core/month/month.ts';
import { checkMonth } from '../../src/service/month/read.ts';
import { personioTypes } from '../../src/simulators/company/catalogue.ts';
import { anna, ben, clara, type Story, type StoryOptions, tellStory } from '../support/company.ts';

const march = '2026-03';

async function check(story: Story, month = march): Promise<MonthCheck> {
  const { doors, settings } = { doors: story.world.home.openDoors(story.world.settings), ...story.world };
  return checkMonth({ doors, archive: story.archive, settings }, month, () => undefined);
}

/** Anna works two days, takes a long leave from February on and half a day; Ben works one night. */
function march2026(options: StoryOptions = {}): Story {
  const story = tellStory({ now: '2026-04-08 09:00', ...options });
  story.takesLeave(anna.user, 'vacation', '2026-02-26', '2026-03-04');
  story.takesLeave(anna.user, 'vacation', '2026-03-30', '2026-04-02');
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.works(anna.user, '2026-03-16 12:30', '16:30');
  story.works(anna.user, '2026-03-17 08:00', '12:15');
  story.works(ben.user, '2026-03-31 22:00', '2026-04-01 06:00');
  return story;
}

const row = (check: MonthCheck, employee: string) =>
  check.rows.find(({ employee: { personioId } }) => personioId === employee);

test('after a run both sides agree, and only what lies in the month counts', async () => {
  const story = march2026();
  await story.sync();
  const checked = await check(story);
  expect(checked.differing).toBe(0);
  expect(checked.rows.flatMap(({ days, open }) => [...days, ...open])).toEqual([]);
  // Calendar days: Sunday, 1 March belongs to the first leave; 30 and 31 March to the second.
  expect(row(checked, anna.employee)).toMatchObject({
    employee: { personioId: anna.employee, timetacId: anna.user, name: 'Anna Ahrens' },
    timetacHours: 12.25,
    personioHours: 12.25,
    timetacDays: 6,
    personioDays: 6,
  });
  expect(row(checked, ben.employee)).toMatchObject({ timetacHours: 2, personioHours: 2 });
  expect(checked.totals).toEqual({
    timetacHours: 14.25,
    personioHours: 14.25,
    timetacDays: 6,
    personioDays: 6,
  });
  expect(row(await check(story, '2026-04'), ben.employee)).toMatchObject({
    timetacHours: 6,
    personioHours: 6,
    days: [],
  });
});

test('before the first run everything is missing in Personio', async () => {
  const story = march2026();
  await story.sync({ only: ['employees'] });
  const checked = await check(story);
  expect(checked.totals).toMatchObject({
    timetacHours: 14.25,
    personioHours: 0,
    timetacDays: 6,
    personioDays: 0,
  });
  expect(row(checked, ben.employee)?.days).toEqual([
    { date: '2026-03-31', timetac: 'WORK 22:00–24:00', personio: null, onlyType: false, because: [] },
  ]);
});

test('an attendance edited, one deleted and one added by hand are exactly the days that differ', async () => {
  const story = march2026({ people: 3 });
  await story.sync();
  story.hr.editAttendance(story.attendanceAt('2026-03-16 12:30').id, { end: '2026-03-16T17:00:00' });
  story.hr.deleteAttendance(story.attendanceAt('2026-03-17 08:00').id);
  story.hrEnters('WORK', '2026-03-20 08:00', '09:30', ben.employee);
  story.hrEnters('BREAK', '2026-03-20 09:30', '10:00', ben.employee);

  const checked = await check(story);
  expect(checked.differing).toBe(2);
  expect(checked.rows.map(({ employee }) => employee.name)).toEqual([
    'Anna Ahrens',
    'Ben Bachmann',
    'Clara Conrad',
  ]);
  expect(row(checked, anna.employee)).toMatchObject({ timetacHours: 12.25, personioHours: 8.5 });
  expect(row(checked, anna.employee)?.days).toEqual([
    {
      date: '2026-03-16',
      timetac: 'WORK 08:00–12:00, WORK 12:30–16:30',
      personio: 'WORK 08:00–12:00, WORK 12:30–17:00',
      onlyType: false,
      because: [],
    },
    { date: '2026-03-17', timetac: 'WORK 08:00–12:15', personio: null, onlyType: false, because: [] },
  ]);
  expect(row(checked, ben.employee)?.days.map(({ date, personio }) => `${date} ${personio}`)).toEqual([
    '2026-03-20 WORK 08:00–09:30',
  ]);

  // The next run holds what was touched: now the difference has its reasons.
  await story.syncLater({ full: true });
  const explained = row(await check(story), anna.employee);
  expect(explained?.open).toEqual(['deleted-in-target', 'edited-in-target']);
  expect(explained?.days.map(({ date, because }) => `${date} ${because.join(' ')}`)).toEqual([
    '2026-03-16 edited-in-target',
    '2026-03-17 deleted-in-target',
  ]);
});

test('an absence made shorter by hand differs on the days that it lost', async () => {
  const story = march2026();
  await story.sync();
  story.hr.editAbsence(story.absenceOn('2026-03-30').id, { last: '2026-03-30' });
  const shortened = row(await check(story), anna.employee);
  expect(shortened).toMatchObject({ timetacDays: 6, personioDays: 5 });
  expect(shortened?.days).toMatchObject([
    { date: '2026-03-31', timetac: '2026-03-30 – 2026-03-31', personio: null },
  ]);
});

test('an absence of another type differs, and no text says of which', async () => {
  const story = tellStory({ now: '2026-04-08 09:00' });
  story.takesLeave(anna.user, 'vacation', '2026-03-10');
  await story.sync({ only: ['employees'] });
  story.hrEntersAbsence('sick', '2026-03-10');
  const checked = row(await check(story), anna.employee);
  expect(checked).toMatchObject({ timetacDays: 1, personioDays: 1 });
  expect(checked?.days).toEqual([
    { date: '2026-03-10', timetac: '2026-03-10', personio: '2026-03-10', onlyType: true, because: [] },
  ]);
});

test('rows that contradict each other cannot go out, and show with their hours and their code', async () => {
  const story = tellStory({ now: '2026-04-08 09:00' });
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.works(anna.user, '2026-03-16 11:00', '13:00');
  await story.sync();
  expect(row(await check(story), anna.employee)).toMatchObject({
    timetacHours: 5,
    personioHours: 0,
    open: ['entries-overlap'],
    days: [{ date: '2026-03-16', because: ['entries-overlap'] }],
  });
});

test('hours entered by hand in place of rows that contradict each other do not settle the day', async () => {
  const story = tellStory({ now: '2026-04-08 09:00' });
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.works(anna.user, '2026-03-16 11:00', '13:00');
  await story.sync();
  story.hrEnters('WORK', '2026-03-16 08:00', '13:00');
  expect(row(await check(story), anna.employee)).toMatchObject({
    timetacHours: 5,
    personioHours: 5,
    days: [{ date: '2026-03-16', timetac: 'WORK 08:00–13:00', personio: 'WORK 08:00–13:00' }],
  });
});

test('a note is nothing that is open', async () => {
  const story = tellStory({ now: '2026-04-08 09:00' });
  story.takesLeave(anna.user, 'vacation', '2026-03-16');
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  const report = await story.sync();
  expect(report.notes.map(({ code }) => code)).toContain('attendance-on-absence');
  expect(row(await check(story), anna.employee)).toMatchObject({ open: [], days: [] });
});

test('an absence of a type that nobody mapped is none of our business', async () => {
  const story = tellStory({
    now: '2026-04-08 09:00',
    settings: (document) => {
      document['absences'].types = document['absences'].types.filter(
        ({ personio }: { personio: string }) => personio !== personioTypes.sick.name,
      );
    },
  });
  story.hrEntersAbsence('sick', '2026-03-10');
  await story.sync();
  expect(row(await check(story), anna.employee)).toMatchObject({ personioDays: 0, days: [] });
});

test('a longer absence entered by hand is explained on all its days', async () => {
  const story = tellStory({ now: '2026-04-08 09:00' });
  story.takesLeave(anna.user, 'vacation', '2026-03-10');
  story.hrEntersAbsence('vacation', '2026-03-10', '2026-03-11');
  await story.sync();
  expect(row(await check(story), anna.employee)).toMatchObject({
    timetacDays: 1,
    personioDays: 2,
    days: [{ date: '2026-03-11', timetac: null, because: ['absence-exists'] }],
  });
});

test('a quarter of a day that is held counts as what it is', async () => {
  const story = tellStory({ now: '2026-04-08 09:00' });
  story.takesLeave(anna.user, 'vacation', '2026-03-10', '2026-03-10', { duration: 0.25 });
  await story.sync();
  expect(row(await check(story), anna.employee)).toMatchObject({
    timetacDays: 0.25,
    personioDays: 0,
    open: ['fraction-unsupported'],
    days: [{ date: '2026-03-10', because: ['fraction-unsupported'] }],
  });
});

test('an hour that still runs is open, and no difference yet', async () => {
  const story = tellStory({ now: '2026-03-18 09:00' });
  story.works(anna.user, '2026-03-18 08:00', null);
  await story.sync();
  expect(row(await check(story), anna.employee)).toMatchObject({ open: ['entry-open'], days: [] });
});

test('what came after the month was closed is a difference, for payroll to book by hand', async () => {
  const story = march2026({
    settings: (document) => {
      document['lockedUntil'] = '2026-03-31';
    },
  });
  await story.sync();
  const checked = row(await check(story), anna.employee);
  expect(checked).toMatchObject({ timetacHours: 12.25, personioHours: 0, timetacDays: 6, personioDays: 0 });
  expect(checked?.open).toEqual(['month-closed']);
});

test('days before the start date and after the exit do not count, on neither side', async () => {
  const story = march2026({
    people: [{ employee: { termination_date: '2026-03-16' } }, {}],
    settings: (document) => {
      document['attendances'].startDate = '2026-03-17';
      document['absences'].startDate = '2026-03-04';
    },
  });
  await story.sync();
  story.hrEnters('WORK', '2026-03-12 08:00', '12:00', ben.employee);
  story.hrEnters('WORK', '2026-03-18 08:00', '12:00');
  const checked = await check(story);
  // Her attendances begin after her exit; of the leave, one day is left.
  expect(row(checked, anna.employee)).toMatchObject({
    timetacHours: 0,
    personioHours: 0,
    timetacDays: 1,
    personioDays: 1,
  });
  expect(row(checked, ben.employee)).toMatchObject({ timetacHours: 2, personioHours: 2 });
  expect(checked.differing).toBe(0);
});

test('a part that is switched off counts on neither side, and is not read', async () => {
  const story = march2026();
  await story.sync();
  story.world.changeSettings((document) => {
    document['absences'] = { enabled: false };
  });
  const mark = story.mark();
  const checked = await check(story);
  expect(checked.totals).toMatchObject({ timetacDays: 0, personioDays: 0, timetacHours: 14.25 });
  const paths = [
    ...story.world.personio.calls.slice(mark.personio),
    ...story.world.timetac.calls.slice(mark.timetac),
  ].map(({ path }) => path);
  expect(paths.filter((path) => /absence/i.test(path))).toEqual([]);
});

test('people out of scope and people who are not linked have no row', async () => {
  const story = march2026({
    people: [{}, {}, { user: null }],
    settings: (document) => {
      document['users'].scope = { exclude: [{ ids: [anna.employee] }] };
    },
  });
  await story.sync({ only: ['absences', 'attendances'] });
  const listed = async (): Promise<(string | null)[]> =>
    (await check(story)).rows.map(({ employee }) => employee.personioId);
  expect(await listed()).toEqual([ben.employee]);
  // Taken out of scope later, he stays linked, and what was exported stays.
  story.world.changeSettings((document) => {
    document['users'].scope = { exclude: [{ ids: [ben.employee] }] };
  });
  expect(await listed()).toEqual([]);
});

test('who begins after the month has no row, unless something stands there', async () => {
  const story = march2026({ people: [{}, {}, { employee: { hire_date: '2026-04-01' } }] });
  await story.sync();
  const listed = async (): Promise<boolean> => row(await check(story), clara.employee) !== undefined;
  expect(await listed()).toBe(false);
  story.hrEnters('WORK', '2026-03-30 08:00', '12:00', clara.employee);
  expect(await listed()).toBe(true);
  expect(row(await check(story, '2026-04'), clara.employee)?.days).toEqual([]);
});

test('the check reads every list once, and writes nothing, neither at a vendor nor in the archive', async () => {
  const story = march2026();
  await story.sync();
  const mark = story.mark();
  const { hr, time } = story.world.home.openDoors(story.world.settings);
  const asked: string[] = [];
  const heard = <T extends object>(side: T): T =>
    watched(side, (name) => {
      asked.push(name);
    });
  const archive = watched(story.archive, (name) => {
    if (name === 'commit' || name === 'openLease') throw new Error(`${name}: the check writes nothing`);
  });
  const { settings } = story.world;
  await checkMonth(
    { doors: { hr: heard(hr), time: heard(time) }, archive, settings },
    march,
    () => undefined,
  );
  expect(asked).toEqual([
    'recall',
    'readEmployees',
    'readAll',
    'readAbsencePeriods',
    'readAttendancePeriods',
  ]);
  expect(story.writesSince(mark)).toEqual([]);
});

/** Tells the name of every method that is called. */
function watched<T extends object>(target: T, tell: (name: string) => void): T {
  return new Proxy(target, {
    get: (_, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...values: unknown[]): unknown => {
        tell(String(name));
        return Reflect.apply(value, target, values);
      };
    },
  });
}

test('a list that is suddenly empty is not believed', async () => {
  const story = tellStory({ now: '2026-04-08 09:00' });
  for (let day = 2; day <= 26; day++)
    story.works(anna.user, `2026-03-${String(day).padStart(2, '0')} 08:00`, '12:00');
  await story.sync();
  story.states.personio.attendances.splice(0);
  const trouble = await check(story).catch(asVendorTrouble);
  expect(trouble).toMatchObject({ kind: 'garbage', side: 'personio' });
});
