// Two accounts of one company. The first lives: people book, the form changes again and again, HR touches what stands,
// a person answers, runs are taken back. The second begins at the end, with the last form and what stands in TimeTac by
// then. Whatever way a company came, it stands as it would have, had it known from the start what it wants (rules 0.7
// and 4.1).

import type { CompanyStates } from '../../../src/simulators/company/bench.ts';
import { firstDayOf } from '../../../src/simulators/company/settings-document.ts';
import { companyFor } from '../company.ts';
import { type Dials, type Dice, diceOf, drawDials } from '../dials.ts';
import { type VoyageLog, VoyageFailed, traceOf } from '../log.ts';
import type { RunWish } from '../sea.ts';
import { Aground, byApi } from '../watched.ts';
import type { Fault } from '../weather.ts';
import { type Account, openAccount } from './account.ts';
import { differencesBetween } from './comparison.ts';
import { enterOwn } from './foreign.ts';
import { type Form, changeMind, changeRules, firstForm, withEverythingIn } from './form.ts';
import { bookFraction, changePeople, everybodyStays, manageStaff, touch, work } from './life.ts';
import { type Ways, drawSquall, drawWays } from './ways.ts';

/** @throws VoyageFailed with what the two do not agree in */
export async function liveTwice(seed: number): Promise<VoyageLog> {
  const story: string[] = [];
  const dice = diceOf(seed, 20);
  const steps = dice.between(2, 6);
  try {
    const { lived, fresh, faults } = await bothLives(seed, steps, dice, (line) => void story.push(line));
    return {
      seed,
      steps,
      story,
      trace: () => traceOf(lived.world, story),
      syncs: lived.syncs() + fresh.syncs(),
      kills: lived.kills(),
      writes: lived.writes() + fresh.writes(),
      faults,
    };
  } catch (error) {
    const reason =
      error instanceof Aground ? error.message : error instanceof Error ? (error.stack ?? '') : '';
    throw new VoyageFailed(seed, steps, reason, story);
  }
}

async function bothLives(seed: number, steps: number, dice: Dice, tell: (line: string) => void) {
  const dials = dialsFor(seed);
  const states = companyFor(seed, dials);
  const startDate = firstDayOf(states);
  const extra = diceOf(seed, 21);
  const ways = drawWays(extra);
  const lived = openAccount({ name: 'lived', states, dials, now: dials.now, randomSeed: 7, tell });
  let form = firstForm(startDate);
  lived.fillIn(form);
  await lived.settle();
  const story: Story = { isTouched: false, faults: {} };
  const around = { startDate, states, dials, dice, ways, extra, tell, story };
  for (let step = steps; step > 0; step--) form = await live(lived, form, around);
  form = withEverythingIn(form);
  lived.fillIn(form);
  if (!ways.staff) everybodyStays(lived.world);
  await lived.takeAllBack();
  if (!story.isTouched) await lived.comeIncrementally();
  let last = await lived.settle();
  for (let left = 3; left > 0 && (await lived.answerAll('source-wins')) > 0; left--)
    last = await lived.settle();
  const fresh = openAccount({
    name: 'fresh',
    states: withoutOurs(states),
    dials: { ...dials, folds: false },
    now: lived.world.clock.now(),
    randomSeed: 8,
    tell,
  });
  fresh.fillIn(form);
  const first = await fresh.settle();
  const differences = await differencesBetween(lived, fresh, form, [last, first]);
  if (differences.length > 0) throw new Aground(`L1: ${differences.join('\n')}`);
  return { lived, fresh, faults: story.faults };
}

interface Surroundings {
  readonly startDate: string;
  readonly states: CompanyStates;
  readonly dials: Dials;
  readonly dice: Dice;
  readonly ways: Ways;
  /** The dice of these ways. */
  readonly extra: Dice;
  readonly tell: (line: string) => void;
  readonly story: Story;
}

interface Story {
  /** Whether HR had a hand in it, or a list showed nothing: what went that way is found by a full check. */
  isTouched: boolean;
  readonly faults: Partial<Record<Fault, number>>;
}

/** One stretch of a life, with a run at its end. */
async function live(lived: Account, before: Form, around: Surroundings): Promise<Form> {
  const { startDate, states, dice, ways, extra, tell, story } = around;
  const { world } = lived;
  const people = (): void => work(world, startDate, dice).forEach(tell);
  let form = before;
  people();
  alsoHappens(lived, around);
  const what = dice.random();
  // What was lost on its way is in nobody's ledger: if HR touches it, it is not the interface's any more.
  if (what < 0.2 && (await lived.archive.intents()).length === 0) {
    story.isTouched = true;
    tell(touch(world, dice) ?? 'HR finds nothing');
  } else if (what < 0.3) tell(changePeople(world, dice) ?? 'nobody changes');
  else if (what < 0.35) world.clock.advance(26 * 3_600_000);
  if (dice.chance(0.1))
    await lived.answerAll(dice.pick(['source-wins', 'keep-target', 'ignore'] as const) ?? 'ignore');
  if (dice.chance(0.05)) await weathered(lived, around, lived.undoLatest);
  const isChanged = dice.chance(0.65);
  for (let left = isChanged ? (dice.pick([1, 1, 2, 3]) ?? 1) : 0; left > 0; left--) {
    const mind = { earliest: startDate, employeeIds: states.personio.employees.map(({ id }) => String(id)) };
    const [next, words] = changeMind(form, mind, dice);
    form = next;
    tell(words);
  }
  if (ways.fractions && extra.chance(0.4)) {
    const [next, words] = changeRules(form, extra);
    form = next;
    tell(words);
  }
  lived.fillIn(form);
  if (dice.chance(0.3)) people();
  const wanted = wish(dice, isChanged ? 0.5 : 0.1);
  await weathered(lived, around, () => lived.run(wanted));
  if (dice.chance(0.05)) await weathered(lived, around, lived.removeOutOfScope);
  return form;
}

/** What comes to this company besides. */
function alsoHappens({ world }: Account, { ways, extra, startDate, tell, story }: Surroundings): void {
  if (ways.fractions && extra.chance(0.6)) tell(bookFraction(world, startDate, extra) ?? 'no fraction');
  if (ways.staff && extra.chance(0.5)) tell(manageStaff(world, extra) ?? 'nobody is hired');
  for (let left = ways.foreign ? extra.between(0, 3) : 0; left > 0; left--) {
    const hand = enterOwn(world, startDate, extra);
    if (hand === null) continue;
    tell(hand.words);
    if (hand.isHidden) story.isTouched = true;
    world.clock.advance(extra.pick([0, 3_000, 1_200_000]) ?? 0);
  }
}

/** In this company's weather. */
async function weathered(lived: Account, around: Surroundings, act: () => Promise<unknown>): Promise<void> {
  const { ways, dials, extra, tell, story } = around;
  if (!ways.weather || extra.chance(0.3)) return void (await act());
  const struck = (fault: Fault): void => {
    story.faults[fault] = (story.faults[fault] ?? 0) + 1;
    if (fault === 'empty-list') story.isTouched = true;
  };
  await lived.through(drawSquall(dials, extra, tell, struck), act);
}

/** A changed form is read in full whoever asks for what; a rehearsal and one part alone change nothing of that. */
function wish(dice: Dice, fullShare: number): RunWish {
  if (dice.chance(0.1)) return { mode: 'dry-run' };
  if (dice.chance(0.1))
    return { only: [dice.pick(['employees', 'absences', 'attendances'] as const) ?? 'absences'] };
  return dice.chance(fullShare) ? { full: true } : {};
}

/** Of an ordinary voyage, without weather and without vendors that refuse, or change by themselves, what is in order. */
function dialsFor(seed: number): Dials {
  const dials = drawDials(seed);
  if (dials.mayRefuse) return { ...dials, personio: {}, timetac: {} };
  return {
    ...dials,
    personio: {
      ...dials.personio,
      'attendance-overlap': 'reject',
      'auto-breaks': 'off',
      'absence-delete-approved': 'gone',
    },
    timetac: { ...dials.timetac, 'server-rewrites': 'off' },
  };
}

/** What people entered in Personio stays; nothing of the interface's is there yet. */
function withoutOurs({ personio, timetac }: CompanyStates): CompanyStates {
  const copy = structuredClone({ personio, timetac });
  copy.personio.attendances = copy.personio.attendances.filter((one) => !byApi(one));
  copy.personio.absences = copy.personio.absences.filter((one) => !byApi(one));
  return copy;
}
