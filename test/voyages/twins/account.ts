// One of the two accounts: its world, its memory, its runs, and the person at its desk.

import type { RunReport } from '../../../src/core/report/run-report.ts';
import { canBeAnswered, isOfJoined } from '../../../src/core/report/answers.ts';
import type { Choice } from '../../../src/core/sync/decision.ts';
import type { Archive } from '../../../src/engine/archive.ts';
import { removeOutOfScope, undoRun } from '../../../src/engine/undo.ts';
import type { Home } from '../../../src/service/home.ts';
import { decideIssue, takeBackAnswer } from '../../../src/service/issues.ts';
import type { CompanyStates } from '../../../src/simulators/company/bench.ts';
import { companySettingsDocument } from '../../../src/simulators/company/settings-document.ts';
import { MemoryArchive } from '../../../src/store/memory/memory-archive.ts';
import type { Dials } from '../dials.ts';
import { type RunWish, type World, createSea } from '../sea.ts';
import { Aground } from '../watched.ts';
import { Killed, type Life, type Weather, afterDeath, mortal, throughWeather } from '../weather.ts';
import { type Form, fillIn } from './form.ts';

export interface Account {
  readonly world: World;
  readonly archive: MemoryArchive;
  readonly fillIn: (form: Form) => void;
  readonly run: (wish: RunWish) => Promise<RunReport>;
  /** Whatever comes of it: requests may meet trouble, and the process may be killed. */
  readonly through: (squall: Squall, act: () => Promise<unknown>) => Promise<void>;
  /**
   * Where HR touched nothing: ordinary runs alone get there, a full check afterwards has nothing to write, and HR is
   * blamed for nothing (proof.md section 1, L2 and L3).
   */
  readonly comeIncrementally: () => Promise<void>;
  /** Full runs, until one writes nothing. */
  readonly settle: () => Promise<RunReport>;
  /** A person says the same about everything that waits for such an answer. */
  readonly answerAll: (choice: Choice) => Promise<number>;
  /** Answers that still hold are forgotten, those of runs that were taken back as well. */
  readonly takeAllBack: () => Promise<void>;
  readonly undoLatest: () => Promise<void>;
  readonly removeOutOfScope: () => Promise<void>;
  readonly syncs: () => number;
  readonly writes: () => number;
  readonly kills: () => number;
}

/** Weather around one process, and whether it survives. */
export interface Squall {
  readonly weather: Weather;
  readonly life: Life;
}

export function openAccount(given: {
  readonly name: string;
  readonly states: CompanyStates;
  readonly dials: Dials;
  readonly now: number;
  readonly randomSeed: number;
  readonly tell: (line: string) => void;
}): Account {
  const { name, states, dials, now, randomSeed, tell } = given;
  let squall: Squall | null = null;
  const world = createSea({
    states,
    document: companySettingsDocument(states, {
      personioUrl: 'http://127.0.0.1:1',
      timetacUrl: 'http://127.0.0.1:2',
      startDate: dials.today,
    }),
    now,
    personio: dials.personio,
    timetac: dials.timetac,
    aheadMs: dials.aheadMs,
    concurrency: dials.concurrency,
    folds: dials.folds,
    worthAList: dials.worthAList,
    name,
    randomSeed,
    between: (handle, side) =>
      squall === null ? handle : throughWeather(handle, side, squall.weather, squall.life),
  });
  const archive = new MemoryArchive();
  const home = { openArchive: () => Promise.resolve(archive) } as unknown as Home;
  let [syncs, writes, kills] = [0, 0, 0];
  /** As the process under way has it open. */
  const opened = (): Archive =>
    squall === null ? archive : mortal<Archive>(archive, squall.life, squall.weather);
  const note = (words: string, report: RunReport): RunReport => {
    if (squall === null && !report.run.status.startsWith('done'))
      throw new Aground(`L6: ${name}, ${words} is ${report.run.status}, ${JSON.stringify(report.issues)}`);
    syncs += 1;
    writes += writesOf(report);
    tell(`${name}, ${words}: ${inShort(report)}`);
    return report;
  };
  const run = async (wish: RunWish): Promise<RunReport> => {
    world.clock.advance(60_000);
    const report = await world.run(opened(), wish);
    if (typeof report === 'string') throw new Aground(`L5: ${name}: no run, ${report}`);
    return note(`run ${JSON.stringify(wish)}`, report);
  };
  return {
    world,
    archive,
    run,
    through: async (within, act) => {
      squall = within;
      try {
        await act();
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        kills += 1;
        await afterDeath();
        archive.dropLease();
      } finally {
        squall = null;
      }
    },
    fillIn: (form) => world.changeSettings((document) => fillIn(document, form)),
    comeIncrementally: async () => {
      for (let left = 3; left > 0; left--) await run({});
      const { parts } = await run({ full: true });
      const late = Object.entries(parts).filter(([, one]) => one.created + one.updated + one.deleted > 0);
      const accused = (await archive.findings())
        .flatMap(({ findings }) => findings)
        .find(({ code }) => canBeAnswered(code) && !isOfJoined(code));
      if (accused !== undefined)
        throw new Aground(`L2: ${name}: nobody touched what is told of: ${JSON.stringify(accused)}`);
      if (late.length > 0)
        throw new Aground(`L3: ${name}: only a full check writes ${late.map(([part]) => part).join(', ')}`);
    },
    settle: async () => {
      for (let left = 4; left > 0; left--) {
        world.clock.advance(15 * 60_000);
        const report = await run({ full: true });
        if (writesOf(report) === 0) return report;
      }
      throw new Aground(`L6: ${name}: four full runs, and still writing`);
    },
    answerAll: async (choice) => {
      const open = (await archive.findings()).flatMap(({ findings }) => findings);
      const codes = new Set(open.map(({ code }) => code).filter(canBeAnswered));
      for (const code of codes) {
        const answer = await decideIssue(home, world.settings, code, choice, world.clock.now());
        tell(`${name}: "${choice}" to ${code}, ${JSON.stringify(answer)}`);
      }
      return codes.size;
    },
    takeAllBack: async () => {
      const standing = (await archive.decisions()).filter(({ doneAt }) => doneAt === null);
      for (const { id } of standing) await takeBackAnswer(home, world.settings, id);
      if (standing.length > 0) tell(`${name}: ${standing.length} answers are taken back`);
    },
    undoLatest: async () => {
      const latest = (await archive.runs(5)).find(({ mode }) => mode === 'live');
      if (latest === undefined) return;
      world.clock.advance(60_000);
      const undone = await undoRun(world.shop(opened()), latest.id, { mode: 'live', release: true });
      if (undone === null || undone === 'busy') throw new Aground(`L5: ${name}: nothing to take back`);
      note('taken back', undone.report);
    },
    removeOutOfScope: async () => {
      world.clock.advance(60_000);
      const remove = () => removeOutOfScope(world.shop(opened()), { mode: 'live', release: true });
      let removed = await remove();
      // A plan that takes all of twenty records away is refused once, and then let through.
      if (removed !== 'busy' && removed.report.refusal !== null) removed = await remove();
      if (removed === 'busy') throw new Aground(`L5: ${name}: busy`);
      note('what is out of scope is removed', removed.report);
    },
    syncs: () => syncs,
    writes: () => writes,
    kills: () => kills,
  };
}

const writesOf = ({ run }: RunReport): number => run.writes.personio + run.writes.timetac;

function inShort(report: RunReport): string {
  const parts = Object.entries(report.parts).map(
    ([part, { created, updated, deleted, adopted, held, failed }]) =>
      `${part} +${created} ~${updated} -${deleted} =${adopted} held ${held} failed ${failed}`,
  );
  return `${parts.join('; ')} [${report.issues.map(({ code, date }) => `${code} ${date ?? ''}`).join(', ')}]`;
}
