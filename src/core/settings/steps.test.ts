import { describe, expect, it } from 'vitest';
import { isRunnable, type Progressed, type StepName, stepsOf } from './steps.ts';

const complete: Progressed = {
  form: { users: { enabled: true }, absences: { enabled: true }, attendances: { enabled: true } },
  mistakes: [],
  credentials: { personio: true, timetac: true },
  signed: 'current',
  rehearsal: 'done',
  on: true,
};
const mistake = (path: string) => ({
  path,
  line: null,
  column: null,
  message: { en: `wrong: ${path}`, de: `falsch: ${path}` },
  hint: null,
});
const wrong = (...paths: string[]): Partial<Progressed> => ({ mistakes: paths.map(mistake) });
const statesOf = (change: Partial<Progressed>): Partial<Record<StepName, string>> =>
  Object.fromEntries(
    stepsOf({ ...complete, ...change })
      .filter(({ state }) => state !== 'done')
      .map(({ step, state }) => [step, state]),
  );

describe('the eight steps', () => {
  it('are done when nothing is missing, and then everything can run', () => {
    expect(statesOf({})).toEqual({});
    expect(isRunnable(stepsOf(complete))).toBe(true);
  });

  it.each(['never', 'before-changes', 'failed', 'refused'] as const)(
    'call a rehearsal in German what its page calls it: %s',
    (rehearsal) => {
      const step = stepsOf({ ...complete, rehearsal }).find((one) => one.step === 'test');
      expect(step?.missing[0]?.de).toContain('Probelauf');
    },
  );

  const waiting = { types: 'later', form: 'later', test: 'later' };
  it.each<[string, Partial<Progressed>, object, boolean]>([
    // What is wrong, which steps are not done then, and whether it can run all the same.
    [
      'an address',
      { ...wrong('personio.baseUrl'), signed: 'never' },
      { accounts: 'open', form: 'later' },
      false,
    ],
    ['the name', wrong('name'), { accounts: 'open' }, false],
    [
      'the expiry date, asked for beside the credentials',
      wrong('timetac.credentialsExpireOn'),
      { credentials: 'open' },
      false,
    ],
    ['a default of users', wrong('users.defaults.department'), { users: 'open' }, false],
    ['nothing decided about users', { form: { absences: {}, attendances: {} } }, { users: 'open' }, false],
    ['nothing decided about exports', { form: { users: {} } }, { exports: 'open', types: 'later' }, false],
    ['a start date', wrong('absences.startDate'), { exports: 'open' }, false],
    ['a mapping of types', wrong('absences.types'), { types: 'open' }, false],
    ['something about the form as a whole', wrong(''), { exports: 'open' }, false],
    ['the schedule', wrong('schedule.every'), { done: 'open' }, true],
    ['no credentials', { credentials: { personio: null, timetac: true } }, { credentials: 'open' }, false],
    [
      'refused credentials',
      { credentials: { personio: true, timetac: false } },
      { credentials: 'open' },
      false,
    ],
    ['no sign-off', { signed: 'never' }, { form: 'open' }, true],
    ['a sign-off before changes', { signed: 'before-changes' }, { form: 'open' }, true],
    ['no rehearsal', { rehearsal: 'never' }, { test: 'open' }, true],
    ['a rehearsal that failed', { rehearsal: 'failed' }, { test: 'open' }, true],
    [
      'no rehearsal and no credentials',
      { rehearsal: 'never', credentials: { personio: null, timetac: null } },
      { credentials: 'open', test: 'later' },
      false,
    ],
    [
      'nothing at all',
      {
        form: {},
        signed: 'never',
        rehearsal: 'never',
        on: false,
        credentials: { personio: null, timetac: null },
      },
      { credentials: 'open', users: 'open', exports: 'open', ...waiting, done: 'open' },
      false,
    ],
    ['the switch', { on: false }, { done: 'open' }, true],
  ])('with %s wrong or missing, exactly these are not done', (_what, change, states, runnable) => {
    expect(statesOf(change)).toEqual(states);
    expect(isRunnable(stepsOf({ ...complete, ...change }))).toBe(runnable);
  });

  it('say in both languages what is missing, with the name of the field, and nothing when done', () => {
    const steps = stepsOf({ ...complete, ...wrong('timetac.account'), rehearsal: 'refused' });
    expect(steps[0]?.missing).toEqual([
      { en: 'TimeTac account: wrong: timetac.account', de: 'TimeTac-Account: falsch: timetac.account' },
    ]);
    for (const { state, missing } of steps) {
      expect(missing.length === 0).toBe(state === 'done');
      for (const { en, de } of missing) expect(de).not.toBe(en);
    }
  });

  it('say each mistake once', () => {
    const all = [
      'name',
      'personio.baseUrl',
      'timetac.credentialsExpireOn',
      'users.x',
      'absences.types',
      'lockedUntil',
      'guard.x',
      'report.to',
    ];
    const missing = stepsOf({ ...complete, ...wrong(...all) }).flatMap((step) => step.missing);
    expect(missing).toHaveLength(all.length);
  });

  it('ask for no exports where somebody decided that only people are looked after', () => {
    const off = { enabled: false };
    expect(
      statesOf({ form: { users: {}, absences: off, attendances: off }, ...wrong('absences.types') }),
    ).toEqual({});
  });
});
