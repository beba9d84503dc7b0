// One voyage: the real engine on simulated vendors from one seed, with people at work on both sides, bad weather and
// sudden deaths, until the sea is calm and both sides must agree.

import { createHash } from 'node:crypto';
import type { Archive } from '../../src/engine/archive.ts';
import {
  leaveTypes,
  personioTypes,
  taskIds,
  personioProjects,
} from '../../src/simulators/company/catalogue.ts';
import { MemoryArchive } from '../../src/store/memory/memory-archive.ts';
import { type Handle, type World, createWorld } from '../support/world.ts';
import { createCrew } from './crew.ts';
import { newDiary } from './diary.ts';
import { type Dials, type Dice, companyFor, diceOf, drawDials } from './dials.ts';
import { type Lookout, createLookout } from './lookout.ts';
import { Aground, type SafetyRule } from './watched.ts';
import {
  type Fault,
  Killed,
  type Life,
  type Side,
  type Weather,
  drawLife,
  faults,
  mortal,
  storms,
  throughWeather,
} from './weather.ts';

/** A mistake put in from outside, to see whether a voyage notices. */
export interface Mutant {
  readonly name: string;
  /** Nearest to the engine: what it believes to be the way to a vendor. */
  readonly between?: (handle: Handle, side: Side) => Handle;
  readonly archive?: (archive: Archive) => Archive;
  readonly blindTo?: readonly SafetyRule[];
  readonly dials?: (dials: Dials) => Dials;
}

export interface VoyageOptions {
  readonly mutant?: Mutant;
  /** Numbers of steps to leave out, for finding the shortest story that fails. */
  readonly without?: ReadonlySet<number>;
}

export interface VoyageLog {
  readonly seed: number;
  readonly steps: number;
  readonly story: readonly string[];
  /** Of everything that happened and of where it ended. */
  readonly trace: string;
  readonly syncs: number;
  readonly kills: number;
  readonly writes: number;
  readonly faults: Readonly<Partial<Record<Fault, number>>>;
}

/** Its message tells the seed, what went wrong, and the story until then. */
export class VoyageFailed extends Error {
  override readonly name = 'VoyageFailed';
  readonly seed: number;
  readonly steps: number;
  readonly reason: string;

  constructor(seed: number, steps: number, reason: string, story: readonly string[]) {
    super(`voyage ${seed}: ${reason}\n${story.map((line) => `  ${line}`).join('\n')}`);
    this.seed = seed;
    this.steps = steps;
    this.reason = reason;
  }
}

/** @throws VoyageFailed where a promise is broken or the engine fails with anything but a vendor's trouble. */
export async function sail(seed: number, options: VoyageOptions = {}): Promise<VoyageLog> {
  const drawn = drawDials(seed);
  const voyage = new Voyage(seed, options.mutant?.dials?.(drawn) ?? drawn, options.mutant ?? null);
  try {
    await voyage.underway(options.without ?? new Set());
    await voyage.comeToRest();
    return voyage.log();
  } catch (error) {
    const reason =
      error instanceof Error ? (error instanceof Aground ? error.message : error.stack) : String(error);
    throw new VoyageFailed(seed, voyage.dials.steps, reason ?? '', voyage.story);
  }
}

const minute = 60_000;
const hour = 60 * minute;

class Voyage {
  readonly dials: Dials;
  readonly story: string[] = [];
  readonly #seed: number;
  readonly #mutant: Mutant | null;
  readonly #archive = new MemoryArchive();
  readonly #world: World;
  readonly #crew;
  readonly #diary = newDiary();
  readonly #lookout: Lookout;
  readonly #faults: Partial<Record<Fault, number>> = {};
  #life: Life = { dead: false, until: null };
  #weather: Weather;
  #haste = 0;
  #dice: Dice;
  #syncs = 0;
  #kills = 0;

  constructor(seed: number, dials: Dials, mutant: Mutant | null) {
    this.#seed = seed;
    this.dials = dials;
    this.#mutant = mutant;
    this.#dice = diceOf(seed, 1);
    this.#weather = this.#calm();
    const states = companyFor(seed, dials);
    this.#world = createWorld({
      states,
      now: dials.now,
      archive: this.#archive,
      concurrency: dials.concurrency,
      personio: dials.personio,
      timetac: dials.timetac,
      settings: (document) => {
        document['attendances'].granularity = dials.granularity;
        document['attendances'].projects = [...projects].map(([timetac, personio]) => ({
          timetac,
          personio,
        }));
      },
      between: (handle, side) => this.#way(handle, side),
    });
    const startDate = this.#world.settings.attendances.startDate ?? '';
    this.#crew = createCrew(this.#world, startDate, this.#diary);
    this.#lookout = createLookout({
      world: this.#world,
      archive: this.#archive,
      diary: this.#diary,
      rules: { granularity: dials.granularity, startDate, projects },
      typeOf: (key) => typeByKey.get(key) ?? null,
      blindTo: new Set(mutant?.blindTo),
    });
    this.#touchWhatStandsFromTheStart();
  }

  async underway(without: ReadonlySet<number>): Promise<void> {
    for (let step = 1; step <= this.dials.steps; step++) {
      if (without.has(step)) continue;
      this.#dice = diceOf(this.#seed, 100 + step);
      this.#tell(`step ${step}`);
      await this.#peopleAct();
      this.#timePasses();
      if (step === 1 || this.#dice.chance(0.85)) await this.#run(step);
    }
  }

  /** No more faults: the incremental way alone gets there, then a full check finds all the rest, then nothing moves. */
  async comeToRest(): Promise<void> {
    this.#dice = diceOf(this.#seed, 2);
    this.#weather = this.#calm();
    this.#haste = 0;
    this.#world.clock.advance(this.#dice.chance(0.5) ? 1_000 : 20 * minute);
    // Midnight is a change too: it makes leavers of people.
    const into = this.#world.clock.now() % (24 * hour);
    if (into > 19 * hour) this.#world.clock.advance(24 * hour - into + 3 * hour);
    await this.#untilQuiet('incremental', false);
    await this.#lookout.atRest(false);
    await this.#untilQuiet('full', true);
    await this.#lookout.atRest(true);
    await this.#quietRun('one more incremental run', false);
    await this.#quietRun('one more full run', true);
  }

  log(): VoyageLog {
    const { personio, timetac } = this.#world;
    const hash = createHash('sha256').update(JSON.stringify(this.story));
    hash.update(JSON.stringify([personio.calls, timetac.calls, personio.state.attendances]));
    hash.update(JSON.stringify([personio.state.absences, timetac.state.users]));
    return {
      seed: this.#seed,
      steps: this.dials.steps,
      story: this.story,
      trace: hash.digest('hex'),
      syncs: this.#syncs,
      kills: this.#kills,
      writes: this.#lookout.writes(),
      faults: this.#faults,
    };
  }

  async #peopleAct(): Promise<void> {
    const linked = new Set((await this.#archive.links({ part: 'employees' })).map((link) => link.key));
    for (let left = this.#dice.between(0, 5); left > 0; left--) {
      const kind = this.#dice.random();
      const told =
        this.dials.hands && kind < 0.25
          ? this.#crew.hands(this.#dice)
          : kind < 0.33
            ? this.#crew.staff(this.#dice, (id) => linked.has(id))
            : this.#crew.work(this.#dice);
      this.#lookout.remember();
      this.#tell(told);
      this.#world.clock.advance(this.#dice.pick([0, 0, 400, 3_000, 2 * minute]) ?? 0);
    }
  }

  #timePasses(): void {
    const { clock } = this.#world;
    const ms = this.#dice.pick([0, 1_000, 30_000, 11 * minute, 3 * hour, 10 * hour, 26 * hour]) ?? 0;
    clock.advance(ms + this.#dice.between(0, 2_000));
    // A run at the server's midnight, or inside the night in which its clock changes.
    if (this.#dice.chance(0.15)) {
      const into = clock.now() % (24 * hour);
      clock.advance(24 * hour - into + this.#dice.between(-1, 3) * 30 * minute);
    }
    this.#tell(`it is ${new Date(clock.now()).toISOString()}`);
  }

  async #run(step: number): Promise<void> {
    const kind = this.#dice.random();
    const dice = this.#dice;
    this.#weather = {
      ...this.#calm(),
      dice: diceOf(this.#seed, 1_000 + step),
      rate: this.dials.faultRate,
      storm: dice.chance(this.dials.stormRate) ? this.#brewStorm(dice) : null,
    };
    this.#life = drawLife(dice, this.dials.crashRate);
    this.#haste = this.dials.haste;
    if (kind < 0.07) await this.#sync({ mode: 'dry-run', full: dice.chance(0.3) });
    else if (kind < 0.14)
      await this.#sync({
        only: [dice.pick(['employees', 'absences', 'attendances'] as const) ?? 'absences'],
      });
    else await this.#sync({ full: kind < 0.26 });
    this.#weather = this.#calm();
    this.#haste = 0;
  }

  #brewStorm(dice: Dice): Weather['storm'] {
    const where = dice.pick(storms);
    const fault = dice.pick(this.dials.faults.length > 0 ? this.dials.faults : faults);
    return where === undefined || fault === undefined ? null : { ...where, fault };
  }

  async #sync(request: Parameters<World['sync']>[0] & object): Promise<void> {
    const only = request.only?.[0] ?? null;
    this.#lookout.order({ mayWrite: request.mode !== 'dry-run', only, actsBefore: this.#diary.acts });
    this.#syncs += 1;
    const life = this.#life;
    const archive = mortal<Archive>(
      this.#mutant?.archive?.(this.#archive) ?? this.#archive,
      life,
      this.#weather,
    );
    const words = `${request.full === true ? 'full ' : ''}${request.mode ?? 'live'} run${only === null ? '' : ` of ${only}`}`;
    try {
      const report = await this.#world.sync(request, archive);
      this.#tell(`${words}: ${report.run.status}, ${toldCounts(report)}`);
      if (life.dead) throw new Aground('a dead process came back');
    } catch (error) {
      if (!life.dead || !(error instanceof Killed)) throw error;
      this.#kills += 1;
      this.#diary.doubts.push(this.#world.clock.now());
      this.#tell(`${words} was killed`);
      // Whatever it had under way ends in nothing before the next one starts.
      for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setImmediate(resolve));
      this.#archive.dropLease();
    }
    this.#life = { dead: false, until: null };
    this.#lookout.report();
  }

  async #untilQuiet(words: string, full: boolean): Promise<void> {
    for (let left = 3; left > 0; left--) {
      const before = this.#lookout.writes();
      await this.#sync({ full });
      if (this.#lookout.writes() === before) return;
    }
    throw new Aground(`L6: three ${words} runs after the last fault, and still writing`);
  }

  async #quietRun(words: string, full: boolean): Promise<void> {
    const before = this.#lookout.writes();
    this.#world.clock.advance(15 * minute);
    await this.#sync({ full });
    if (this.#lookout.writes() !== before) throw new Aground(`L4: ${words} still writes`);
    await this.#lookout.atRest(true);
  }

  /** The way to a vendor as this process sees it, from the engine's side to the vendor's. */
  #way(handle: Handle, side: Side): Handle {
    const life = this.#life;
    const watched = this.#lookout.watch(handle, side);
    const hasty: Handle = (request) => {
      if (this.#haste > 0 && this.#weather.dice.chance(this.#haste)) {
        const { dice } = this.#weather;
        const byHand = this.#mayTouchMeanwhile && dice.chance(0.2);
        this.#tell(`meanwhile ${byHand ? this.#crew.hands(dice) : this.#crew.work(dice)}`);
        this.#lookout.remember();
      }
      return watched(request);
    };
    const rough = throughWeather(hasty, side, this.#weather, life);
    return this.#mutant?.between?.(rough, side) ?? rough;
  }

  /** Where Personio cuts what is in the way, nobody can help what is entered between our last look and our write. */
  get #mayTouchMeanwhile(): boolean {
    return this.dials.hands && this.dials.personio['attendance-overlap'] === 'reject';
  }

  #calm(): Weather {
    return {
      dice: this.#dice,
      rate: 0,
      faults: this.dials.faults,
      storm: null,
      tell: (line) => this.#tell(line),
      struck: (fault, onWrite) => {
        this.#faults[fault] = (this.#faults[fault] ?? 0) + 1;
        if (onWrite) this.#diary.doubts.push(this.#world.clock.now());
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

const projects: ReadonlyMap<string, string> = new Map([[String(taskIds.relaunch), personioProjects[0].id]]);

/** As the company's form maps them. */
const typeByKey: ReadonlyMap<string, string> = new Map(
  (['vacation', 'sick', 'remote'] as const).map((kind) => [
    `${leaveTypes[kind].absence_type_id}:${leaveTypes[kind].absence_subtype_id}`,
    personioTypes[kind].id,
  ]),
);

function toldCounts(report: Awaited<ReturnType<World['sync']>>): string {
  const parts = Object.entries(report.parts).map(
    ([part, { created, updated, deleted, adopted, held, failed }]) =>
      `${part} +${created} ~${updated} -${deleted} =${adopted} held ${held} failed ${failed}`,
  );
  const codes = [...new Set(report.issues.map((issue) => issue.code))];
  return `${parts.join('; ')}${codes.length === 0 ? '' : ` [${codes.join(', ')}]`}`;
}
