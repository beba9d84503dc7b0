// The lookout: watches every request while it passes (the safety rules of proof.md section 1, by their names there).

import type { RunReport } from '../../src/core/report/run-report.ts';
import type { SimulatedCall } from '../../src/simulators/simulator.ts';
import { type Extent, lookOver } from './at-rest.ts';
import { markOfPeriod } from './chart.ts';
import { newDeletes } from './deletes.ts';
import { rememberTime } from './kept-time.ts';
import type { Handle, World } from './sea.ts';
import { checkScope } from './scope-rules.ts';
import { foreignRecords, noTwins } from './standing-rules.ts';
import { Aground, type Rule, type Stamped, type Watched, mayPassForOurs } from './watched.ts';
import { type Side, isWrite, nameOf } from './weather.ts';
import { checkWrite } from './write-rules.ts';
import { type Write, markIn, ownerOf, readWrite } from './written.ts';

/** Something goes wrong. */
export type Call = (rule: Rule, words: string) => void;

/** What the run under way may do. */
export interface Orders {
  readonly mayWrite: boolean;
  readonly only: 'employees' | 'absences' | 'attendances' | null;
  /** Somebody who is chosen; null: everybody. */
  readonly employeeId: string | null;
  /** A person let a refused plan through. */
  readonly released: boolean;
  /** Acts of people before the run began: whether somebody moved under it. */
  readonly actsBefore: number;
  /** Nothing goes wrong on the way to the vendors. */
  readonly inCalm: boolean;
}

export interface Lookout {
  /** Around a vendor: sees what reaches it. */
  readonly watch: (handle: Handle, side: Side) => Handle;
  readonly order: (orders: Orders) => void;
  /** After people acted: what they entered stands as it is now. */
  readonly remember: () => void;
  readonly atRest: (extent: Extent) => Promise<void>;
  /** Writes that were sent so far, and those among them that changed something. */
  readonly attempts: () => number;
  readonly changes: () => number;
  /** What a run says of people. */
  readonly readReport: (report: RunReport) => void;
  /** Something else was seen going wrong. */
  readonly alarm: (rule: Rule, words: string) => void;
  /**
   * `complete`: nothing broke the run off between the two halves of a replacement.
   * @throws Aground for the first thing that was seen going wrong.
   */
  readonly report: (complete: boolean) => Promise<void>;
}

export function createLookout(watched: Watched): Lookout {
  const { world } = watched;
  let orders: Orders = {
    mayWrite: false,
    only: null,
    employeeId: null,
    released: false,
    actsBefore: 0,
    inCalm: false,
  };
  let foreign = foreignRecords(world);
  /** As they stood when the run was ordered. */
  let atFirst = foreign;
  let attempts = 0;
  let deletes = newDeletes(watched);
  let keptTime = rememberTime(watched);
  /** Some write of this run was answered with a no that says nothing about the write. */
  let wasDenied = false;
  /** Writes of this run that the vendor refused, word for word. */
  const refused = new Set<string>();
  const room = roomMade(world);
  let alarm: Aground | null = null;
  // A client takes whatever is thrown under it for a lost connection: what was seen is kept, and told after the run.
  const changes = countChanges(world);
  const call: Call = (rule, words) => {
    alarm ??= new Aground(`${rule}: ${words}`);
  };

  const after = (request: Request): void => {
    const now = foreignRecords(world);
    for (const [id, text] of foreign) {
      if (now.get(id) === text) continue;
      // What is entered between a look and a write nobody can have seen.
      const isUnseen = atFirst.get(id) !== text;
      if (!isUnseen && !mayPassForOurs(JSON.parse(text) as Stamped, watched.diary))
        call('S2', `${nameOf(request)} touched a foreign record: ${text}`);
    }
    noTwins(watched, call);
  };

  return {
    watch: (handle, side) => async (request) => {
      if (!isWrite(request)) return handle(request);
      attempts += 1;
      const write = await readWrite(request.clone(), side);
      await checkWrite(
        write,
        nameOf(request),
        watched,
        { ...orders, isPutBack: room.isPutBack(write) },
        call,
      );
      room.note(write);
      const owner = write === null ? undefined : ownerOf(write, world);
      const counted = changes();
      const text = await request.clone().text();
      const asked = `${request.method} ${request.url} ${text} after ${watched.diary.acts} acts`;
      // The lesson about the last day of an absence takes a refusal for a hint (rule 4.3).
      if (write?.part === 'attendances' && watched.writesWereCalm() && refused.has(asked))
        call('L5', `${nameOf(request)} was refused in this run, and is asked again`);
      const response = await handle(request);
      const isRefused = [400, 409, 422].includes(response.status);
      wasDenied ||= response.status >= 400 && !isRefused;
      if (isRefused) {
        refused.add(asked);
        room.refused();
      }
      after(request);
      // A replacement whose second half is refused was one all the same.
      // What stands around it has changed: what was refused may now go.
      if (changes() > counted) refused.clear();
      if (write !== null && (changes() > counted || write.method === 'POST')) deletes.note(write, owner);
      return response;
    },
    order: (given) => {
      orders = given;
      atFirst = foreignRecords(world);
      refused.clear();
      room.empty();
      deletes = newDeletes(watched);
      keptTime = rememberTime(watched);
      wasDenied = false;
    },
    remember: () => {
      foreign = foreignRecords(world);
    },
    atRest: (extent) => lookOver(watched, extent),
    attempts: () => attempts,
    changes,
    alarm: call,
    readReport: (report) => {
      const isWhole = orders.mayWrite && orders.only === null && orders.employeeId === null;
      if (isWhole && report.run.status.startsWith('done') && watched.diary.acts === orders.actsBefore)
        checkScope(report, watched, call);
    },
    report: async (complete) => {
      if (complete && !orders.released) deletes.check(call);
      if (complete && !wasDenied && knowsItsWay(watched, orders)) await keptTime.check(call);
      if (alarm !== null) throw alarm;
    },
  };
}

/** What a run took away to make room, and may write again as it was once the vendor refuses what was to come (decision 038). */
function roomMade(world: World) {
  const taken = new Set<string>();
  let wasRefused = false;
  const nameOfMark = (employeeId: string, mark: string): string => `${employeeId} ${mark}`;
  return {
    note: (write: Write | null): void => {
      const period = world.personio.state.attendances.find(({ id }) => id === write?.id);
      if (write?.method === 'DELETE' && period !== undefined)
        taken.add(nameOfMark(period.person_id, markOfPeriod(period)));
    },
    refused: (): void => {
      wasRefused = true;
    },
    isPutBack: (write: Write | null): boolean => {
      const mark = write?.method === 'POST' ? markIn(write) : null;
      if (write === null || mark === null) return false;
      return wasRefused && taken.has(nameOfMark(ownerOf(write, world) ?? '', mark));
    },
    empty: (): void => {
      taken.clear();
      wasRefused = false;
    },
  };
}

/** A calm run, under which nobody moved, and which was shown everything. */
const knowsItsWay = ({ diary, rewrites }: Watched, { inCalm, actsBefore }: Orders): boolean =>
  inCalm && diary.acts === actsBefore && !diary.sawNothing && !rewrites;

/** Counts the calls that changed something at a vendor; each is looked at once. */
function countChanges({ personio, timetac }: World): () => number {
  const seen = { personio: 0, timetac: 0 };
  let changes = 0;
  return () => {
    for (; seen.personio < personio.calls.length; seen.personio++)
      if (isChange(personio.calls[seen.personio])) changes++;
    for (; seen.timetac < timetac.calls.length; seen.timetac++)
      if (isChange(timetac.calls[seen.timetac])) changes++;
    return changes;
  };
}

const isChange = (call: SimulatedCall | undefined): boolean => call?.wrote === true && call.method !== 'GET';
