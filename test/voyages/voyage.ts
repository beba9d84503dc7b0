// One voyage: the real engine on simulated vendors from one seed, with people at work on both sides, bad weather and
// sudden deaths, until the sea is calm and both sides must agree.

import type { RunReport } from '../../src/core/report/run-report.ts';
import type { Archive } from '../../src/engine/archive.ts';
import {
  leaveTypes,
  personioTypes,
  taskIds,
  personioProjects,
} from '../../src/simulators/company/catalogue.ts';
import { dayAfter } from './chart.ts';
import { createCrew } from './crew.ts';
import { newDiary } from './diary.ts';
import { companyFor, documentFor } from './company.ts';
import { type Dials, type Dice, diceOf, drawDials } from './dials.ts';
import { type Ear, newEar } from './ear.ts';
import { type Berth, type Harbour, memoryHarbour } from './harbour.ts';
import { rememberExits } from './exits.ts';
import { seesExit, showExit } from './habits/leave-and-return.ts';
import { widenScope } from './habits/narrow-scope.ts';
import { enterAgain } from './hands.ts';
import { type VoyageLog, VoyageFailed, traceOf } from './log.ts';
import { type Lookout, createLookout } from './lookout.ts';
import { checkReport } from './report-rules.ts';
import { type Handle, type RunWish, type World, createSea } from './sea.ts';
import { type Trouble, brewTrouble } from './trouble.ts';
import { Aground } from './watched.ts';
import {
  type Fault,
  Killed,
  type Life,
  type Side,
  type Weather,
  afterDeath,
  drawLife,
  faults,
  isWrite,
  mortal,
  storms,
  throughWeather,
} from './weather.ts';

export interface VoyageOptions {
  /** Numbers of steps to leave out, for finding the shortest story that fails. */
  readonly without?: ReadonlySet<number>;
  /** Where the archive lies; in memory unless told otherwise. */
  readonly harbour?: Harbour;
}

/** @throws VoyageFailed where a promise is broken or the engine fails with anything but a vendor's trouble. */
export async function sail(seed: number, options: VoyageOptions = {}): Promise<VoyageLog> {
  const dials = drawDials(seed);
  const name = `v${seed}.${sailed++}`;
  const voyage = new Voyage(seed, dials, await (options.harbour ?? memoryHarbour).berth(name));
  try {
    await voyage.setOut();
    await voyage.underway(options.without ?? new Set());
    await voyage.comeToRest();
    return voyage.log();
  } catch (error) {
    const reason =
      error instanceof Error ? (error instanceof Aground ? error.message : error.stack) : String(error);
    throw new VoyageFailed(seed, dials.steps, reason ?? '', voyage.story);
  }
}

/** Berths share a database: each sailing has its own. */
let sailed = 0;

const minute = 60_000;
const hour = 60 * minute;

class Voyage {
  readonly dials: Dials;
  readonly story: string[] = [];
  readonly #seed: number;
  readonly #berth: Berth;
  readonly #world: World;
  readonly #crew;
  readonly #diary = newDiary();
  readonly #lookout: Lookout;
  readonly #ear: Ear;
  readonly #faults: Partial<Record<Fault, number>> = {};
  /** As the process under way has it open. */
  #archive: Archive | null = null;
  #life: Life = { dead: false, until: null };
  #weather: Weather;
  #trouble: Trouble | null = null;
  #haste = 0;
  #rivals = 0;
  #dice: Dice;
  #syncs = 0;
  #kills = 0;
  /** The guard refused the last run: a person may let it through. */
  #refused = false;

  constructor(seed: number, dials: Dials, berth: Berth) {
    this.#seed = seed;
    this.dials = dials;
    this.#berth = berth;
    this.#dice = diceOf(seed, 1);
    const states = companyFor(seed, dials);
    this.#world = createSea({
      states,
      document: documentFor(states, dials, projects),
      now: dials.now,
      concurrency: dials.concurrency,
      folds: dials.folds,
      worthAList: dials.worthAList,
      personio: dials.personio,
      timetac: dials.timetac,
      aheadMs: dials.aheadMs,
      name: `v${seed}`,
      between: (handle, side) => this.#way(handle, side),
    });
    const { settings } = this.#world;
    const startDate = settings.attendances.startDate ?? '';
    const firstOpen = settings.lockedUntil === null ? startDate : dayAfter(settings.lockedUntil);
    this.#crew = createCrew(this.#world, startDate, this.#diary);
    this.#lookout = createLookout({
      world: this.#world,
      archive: () => this.#open,
      diary: this.#diary,
      rules: {
        granularity: dials.granularity,
        approvedOnly: dials.approvedOnly,
        startDate: firstOpen > startDate ? firstOpen : startDate,
        projects,
      },
      typeOf: (key) =>
        key === overtimeKey ? personioTypes[this.#diary.overtimeIs].id : (typeByKey.get(key) ?? null),
      mayRefuse: dials.mayRefuse,
      hidesFields: dials.timetac['user-view'] === 'reduced',
      rewrites: dials.timetac['server-rewrites'] !== 'off',
      maxDeletes: dials.maxDeletes,
      editsAreOverruled: dials.onTargetEdit === 'source-wins',
      writesWereCalm: () => this.#ear.writesWereCalm(),
    });
    this.#ear = newEar(this.#world.settings, dials.concurrency === 1, (rule, words) =>
      this.#lookout.alarm(rule, words),
    );
    this.#weather = this.#calm();
    this.#touchWhatStandsFromTheStart();
  }

  async setOut(): Promise<void> {
    this.#archive = await this.#berth.open();
  }

  async underway(without: ReadonlySet<number>): Promise<void> {
    for (let step = 1; step <= this.dials.steps; step++) {
      if (without.has(step)) continue;
      this.#dice = diceOf(this.#seed, 100 + step);
      this.#tell(`step ${step}`);
      await this.#peopleAct(step);
      this.#timePasses();
      if (step === 1 || this.#dice.chance(0.85)) await this.#run(step);
    }
  }

  /** No more faults: the incremental way alone gets there, then a full check finds all the rest, then nothing moves. */
  async comeToRest(): Promise<void> {
    this.#dice = diceOf(this.#seed, 2);
    this.#weather = this.#calm();
    if (!seesExit(this.#world)) this.#tell(showExit(this.#world));
    const widens = this.#diary.outOfScope.size > 0;
    if (widens) this.#tell(widenScope(this.#world, this.#diary));
    this.#world.clock.advance(this.#dice.chance(0.65) ? 1_000 : 20 * minute);
    // Midnight is a change too: it makes leavers of people.
    const into = this.#world.clock.now() % (24 * hour);
    if (into > 19 * hour) this.#world.clock.advance(24 * hour - into + 3 * hour);
    // What a list hid that succeeded and showed nothing, or what no list of changes tells, only a full check can find.
    const rest = this.#diary.sawNothing || this.dials.hiddenRewrites ? 'full' : this.dials.rest;
    if (rest !== 'full') {
      // What somebody changed in the form is looked at by a run, which the change brings about (rule 4.1).
      if (!widens && this.#dice.chance(0.5) && (await this.#sync({ poll: true })) === 'idle')
        await this.#lookout.atRest('source');
      await this.#untilQuiet('incremental', false);
      await this.#lookout.atRest('untouched');
      if (rest === 'incremental') return;
    }
    await this.#untilQuiet('full', true);
    await this.#lookout.atRest('everything');
    // A run that wrote nothing is the proof already; some voyages look twice.
    if (this.#dice.chance(0.4)) await this.#quietRun('one more incremental run', false);
    if (this.#dice.chance(0.15)) await this.#quietRun('one more full run', true);
  }

  log(): VoyageLog {
    return {
      seed: this.#seed,
      steps: this.dials.steps,
      story: this.story,
      trace: () => traceOf(this.#world, this.story),
      syncs: this.#syncs,
      kills: this.#kills,
      writes: this.#lookout.attempts(),
      faults: this.#faults,
    };
  }

  async #peopleAct(step: number): Promise<void> {
    const linked = new Set((await this.#open.links({ part: 'employees' })).map((link) => link.key));
    const isLinked = (id: string): boolean => linked.has(id);
    if (this.dials.hands && this.#dice.chance(0.5)) await this.#enterWhatWasLost();
    for (let left = this.#dice.between(0, 5); left > 0; left--) {
      const kind = this.#dice.random();
      const told =
        this.dials.hands && kind < 0.25
          ? this.#crew.hands(this.#dice)
          : kind < 0.33
            ? this.#crew.staff(this.#dice, isLinked)
            : this.#crew.work(this.#dice);
      this.#lookout.remember();
      this.#tell(told);
      this.#world.clock.advance(this.#dice.pick([0, 0, 400, 3_000, 2 * minute]) ?? 0);
    }
    this.#followHabit(step, isLinked);
  }

  /** With dice of its own: nothing else falls otherwise because of it. */
  #followHabit(step: number, isLinked: (employeeId: string) => boolean): void {
    const { habit } = this.dials;
    if (habit === null) return;
    const dice = diceOf(this.#seed, 10_000 + step);
    for (let left = dice.between(1, 3); left > 0; left--) {
      const told = this.#crew.habit(habit, dice, isLinked);
      this.#lookout.remember();
      this.#tell(told);
      this.#world.clock.advance(dice.pick([0, 3_000, 2 * minute]) ?? 0);
    }
  }

  /** HR sees that something is missing, and enters it, long after the run that was to write it died. */
  async #enterWhatWasLost(): Promise<void> {
    const lost = (await this.#open.intents()).find(
      ({ part, kind }) => part === 'attendances' && kind === 'create',
    );
    if (lost === undefined) return;
    this.#world.clock.advance(25 * minute);
    this.#tell(enterAgain(this.#world, lost, this.#diary));
    this.#lookout.remember();
  }

  #timePasses(): void {
    const { clock } = this.#world;
    const long = [0, 1_000, 30_000, 11 * minute, 3 * hour, 10 * hour, 26 * hour];
    const ms = this.#dice.pick(this.dials.night ? [0, 30_000, 11 * minute, 35 * minute] : long) ?? 0;
    clock.advance(ms + this.#dice.between(0, 2_000));
    // A run at the server's midnight, or inside the night in which its clock changes.
    if (!this.dials.night && this.#dice.chance(0.15)) {
      const into = clock.now() % (24 * hour);
      // Never back, where that lies behind already.
      clock.advance(Math.max(0, 24 * hour - into + this.#dice.between(-1, 3) * 30 * minute));
    }
    this.#tell(`it is ${new Date(clock.now()).toISOString()}`);
  }

  async #run(step: number): Promise<void> {
    const dice = this.#dice;
    const kind = dice.random();
    const request = this.#requestOf(kind, dice);
    this.#weather = {
      ...this.#calm(),
      dice: diceOf(this.#seed, 1_000 + step),
      rate: this.dials.faultRate,
      storm: dice.chance(this.dials.stormRate) ? this.#brewStorm(dice) : null,
    };
    this.#life = drawLife(dice, this.dials.crashRate);
    this.#trouble = dice.chance(this.dials.troubleRate) ? brewTrouble(dice, this.dials.loops) : null;
    this.#haste = this.dials.haste;
    this.#rivals = this.dials.rivals;
    await this.#sync(request);
    if (this.#trouble !== null) this.#tell(this.#trouble.end(this.#world));
    this.#trouble = null;
    this.#weather = this.#calm();
    this.#haste = 0;
    this.#rivals = 0;
  }

  #requestOf(kind: number, dice: Dice): RunWish {
    if (kind < 0.06) return { mode: 'dry-run', full: dice.chance(0.3) };
    if (kind < 0.12)
      return { only: [dice.pick(['employees', 'absences', 'attendances'] as const) ?? 'absences'] };
    if (kind < 0.17) {
      const chosen = dice.pick(this.#world.personio.state.employees);
      return chosen === undefined ? {} : { employeeIds: [String(chosen.id)] };
    }
    if (kind < 0.23) return { poll: true };
    if (this.#refused && kind < 0.6) return { release: true, full: kind < 0.4 };
    return { full: kind < 0.35 };
  }

  #brewStorm(dice: Dice): Weather['storm'] {
    const where = dice.pick(storms);
    const isForWrites = where?.path.source.startsWith('^') === true;
    const usual = this.dials.faults.length > 0 ? this.dials.faults : faults;
    // A write that surely was not done ends its part: a day is left in the middle.
    const fault = dice.pick(isForWrites && dice.chance(0.6) ? (['not-sent', 'throttle'] as const) : usual);
    return where === undefined || fault === undefined ? null : { ...where, fault };
  }

  async #sync(request: RunWish): Promise<'idle' | 'ran'> {
    const only = request.only?.[0] ?? null;
    const actsBefore = this.#diary.acts;
    this.#lookout.order({
      mayWrite: request.mode !== 'dry-run',
      only,
      employeeId: request.employeeIds?.[0] ?? null,
      released: request.release === true,
      actsBefore,
      inCalm: this.#weather.rate === 0 && this.#weather.storm === null && this.#trouble === null,
    });
    this.#syncs += 1;
    this.#ear.runBegins();
    const life = this.#life;
    const words = wordsOf(request);
    let report: RunReport | 'busy' | 'idle' | null = null;
    try {
      report = await this.#world.run(mortal<Archive>(this.#open, life, this.#weather), request);
      this.#tell(`${words}: ${typeof report === 'string' ? report : toldReport(report)}`);
      if (life.dead) throw new Aground('a dead process came back');
      if (report === 'busy') throw new Aground('L5: nobody else runs, and yet the run is told to be busy');
    } catch (error) {
      if (!life.dead || !(error instanceof Killed)) throw error;
      this.#tell(`${words} was killed`);
      await this.#wreck();
    }
    this.#life = { dead: false, until: null };
    if (report !== null && typeof report !== 'string') {
      this.#refused = report.run.status === 'refused';
      checkReport(report, this.#ear.secrets, (rule, what) => this.#lookout.alarm(rule, what));
      if (this.#trouble === null) this.#ear.runEnds(report);
      this.#lookout.readReport(report);
      await this.#rememberExits(request, report, actsBefore);
    }
    await this.#lookout.report(report !== null && this.#ear.writesWereCalm());
    return report === 'idle' ? 'idle' : 'ran';
  }

  /** Of a whole run that nothing disturbed, it is certain what it wrote down; not of people about whom it complains. */
  async #rememberExits(request: RunWish, { run, issues }: RunReport, actsBefore: number): Promise<void> {
    // A run that leaves the people out sees a date, but has nowhere to keep it.
    const judgesPeople = request.only?.includes('employees') ?? true;
    const isWhole = judgesPeople && request.mode !== 'dry-run' && request.employeeIds === undefined;
    const isSure = isWhole && run.status.startsWith('done') && this.#diary.acts === actsBefore;
    if (!isSure || this.#trouble !== null || !this.#ear.writesWereCalm() || !seesExit(this.#world)) return;
    const told = new Set(
      issues.filter(({ part }) => part === 'employees').map(({ employee }) => employee?.personioId),
    );
    const links = await this.#open.links({ part: 'employees' });
    rememberExits(
      this.#world,
      new Set(links.map(({ key }) => key).filter((id) => !told.has(id))),
      this.#diary,
    );
  }

  async #wreck(): Promise<void> {
    this.#kills += 1;
    this.#diary.doubts.push(this.#world.clock.now());
    await afterDeath();
    await this.#berth.wreck();
    this.#archive = await this.#berth.open();
  }

  get #open(): Archive {
    if (this.#archive === null) throw new Error('voyage: it has not set out yet');
    return this.#archive;
  }

  /** What was refused once may be asked once more by a full check: so there, only what changed counts. */
  async #untilQuiet(words: string, full: boolean): Promise<void> {
    const { attempts, changes } = this.#lookout;
    for (let left = 3; left > 0; left--) {
      const before = [attempts(), changes()];
      await this.#sync({ full });
      // A person looks at what the guard refused, and lets it through.
      if (this.#refused) await this.#sync({ full, release: true });
      if (this.#refused) throw new Aground('S5: a plan is refused although a person let it through');
      if (full ? changes() === before[1] : attempts() === before[0]) return;
    }
    throw new Aground(`L6: three ${words} runs after the last fault, and still writing`);
  }

  async #quietRun(words: string, full: boolean): Promise<void> {
    const { attempts, changes } = this.#lookout;
    const before = [attempts(), changes()];
    this.#world.clock.advance(15 * minute);
    await this.#sync({ full });
    const isQuiet = full ? changes() === before[1] : attempts() === before[0];
    if (!isQuiet) throw new Aground(`L4: ${words} still writes`);
    await this.#lookout.atRest('everything');
  }

  /** The way to a vendor as this process sees it, from the engine's side to the vendor's. */
  #way(handle: Handle, side: Side): Handle {
    const life = this.#life;
    const watched = this.#lookout.watch(handle, side);
    let sent = 0;
    const hasty: Handle = async (request) => {
      sent += 1;
      if (sent > mostRequests) {
        this.#lookout.alarm('L5', `one run sends more than ${mostRequests} requests`);
        life.dead = true;
        throw new Killed('a run that does not end is ended');
      }
      this.#meanwhile(request);
      const comes = this.#rivals > 0 && this.#weather.dice.chance(this.#rivals);
      // A look holds nothing: whoever runs meanwhile is no rival.
      if (comes && !this.#world.isLooking()) await this.#rival();
      return watched(request);
    };
    return throughWeather(hasty, side, this.#weather, life);
  }

  #meanwhile(request: Request): void {
    const trouble = this.#trouble?.begin(this.#world) ?? null;
    if (trouble !== null) this.#tell(trouble);
    if (this.#haste === 0 || !this.#weather.dice.chance(this.#haste)) return;
    const { dice } = this.#weather;
    const byHand = this.#mayTouchMeanwhile(request) && dice.chance(0.2);
    this.#tell(`meanwhile ${byHand ? this.#crew.hands(dice) : this.#crew.work(dice)}`);
    this.#lookout.remember();
  }

  /** A second worker of the same integration finds the first at work (rule 4.1). */
  async #rival(): Promise<void> {
    this.#rivals = 0;
    const answer = await this.#world.run(await this.#berth.open(), {});
    this.#tell(`a second worker: ${typeof answer === 'string' ? answer : answer.run.status}`);
    if (answer !== 'busy') this.#lookout.alarm('S1', 'a second run begins while the first is under way');
  }

  /**
   * Where Personio cuts what is in the way, nobody can help what is entered between our last look and our write: there
   * people only act before that look, while accounts and absences are written.
   */
  #mayTouchMeanwhile(request: Request): boolean {
    if (!this.dials.hands) return false;
    const isBefore = isWrite(request) && !request.url.includes('attendance-periods');
    return this.dials.personio['attendance-overlap'] === 'reject' || isBefore;
  }

  #calm(): Weather {
    return {
      dice: this.#dice,
      rate: 0,
      faults: this.dials.faults,
      storm: null,
      tell: (line) => this.#tell(line),
      sent: (request, side) => this.#ear.hear(request, side, this.#world.clock.now()),
      struck: (fault, request, side) => {
        this.#faults[fault] = (this.#faults[fault] ?? 0) + 1;
        this.#ear.struck(fault, request, side, this.#world.clock.now());
        if (fault === 'empty-list') this.#diary.sawNothing = true;
        if (isWrite(request)) this.#diary.doubts.push(this.#world.clock.now());
      },
    };
  }

  #touchWhatStandsFromTheStart(): void {
    const { attendances, absences } = this.#world.personio.state;
    for (const one of attendances) this.#diary.touchedDays.add(`${one.person_id} ${one.start.slice(0, 10)}`);
    for (const one of absences) this.#diary.touchedLeave.add(one.person_id);
  }

  #tell(line: string): void {
    this.story.push(line);
  }
}

/** Of one run to one vendor; a run that sends more will never end. */
const mostRequests = 2_000;

const projects: ReadonlyMap<string, string> = new Map([[String(taskIds.relaunch), personioProjects[0].id]]);

const keyOf = ({
  absence_type_id,
  absence_subtype_id,
}: (typeof leaveTypes)[keyof typeof leaveTypes]): string => `${absence_type_id}:${absence_subtype_id}`;

const overtimeKey = keyOf(leaveTypes.overtime);

/** As the company's form maps them. */
const typeByKey: ReadonlyMap<string, string> = new Map(
  (['vacation', 'sick', 'remote'] as const).map((kind) => [keyOf(leaveTypes[kind]), personioTypes[kind].id]),
);

function wordsOf({ full, mode, only, employeeIds, poll, release }: RunWish): string {
  const what = poll === true ? 'poll' : `${full === true ? 'full ' : ''}${mode ?? 'live'} run`;
  const of = only?.[0] ?? (employeeIds?.[0] === undefined ? undefined : `employee ${employeeIds[0]}`);
  return `${what}${of === undefined ? '' : ` of ${of}`}${release === true ? ', let through' : ''}`;
}

function toldReport(report: RunReport): string {
  const parts = Object.entries(report.parts).map(
    ([part, { created, updated, deleted, adopted, held, failed }]) =>
      `${part} +${created} ~${updated} -${deleted} =${adopted} held ${held} failed ${failed}`,
  );
  const codes = [...new Set(report.issues.map((issue) => issue.code))];
  return `${report.run.status}, ${parts.join('; ')}${codes.length === 0 ? '' : ` [${codes.join(', ')}]`}`;
}
