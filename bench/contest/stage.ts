// One company with both simulated vendors: everything that reaches them is counted, answers are lost by lot, and at the
// end what stands is compared with what people did. Clock and dice come from outside, so that the same stage stands
// behind real sockets and in virtual time.

import { seededRandom } from '../../src/simulators/faults/random.ts';
import { leaveTypes, personioTypes, taskIds } from '../../src/simulators/company/catalogue.ts';
import type { CompanyStates } from '../../src/simulators/company/bench.ts';
import { createPersonioSimulator } from '../../src/simulators/personio/simulator.ts';
import type { PersonioAbsence, PersonioAttendance } from '../../src/simulators/personio/state.ts';
import type { Surroundings } from '../../src/simulators/simulator.ts';
import { createTimetacSimulator } from '../../src/simulators/timetac/simulator.ts';
import { userOf } from './company.ts';
import { type Deed, isAbsence, type Piece, saying, type Standing, standingAfter, without } from './piece.ts';
import { Counter, type Tally, type Verdict } from './tally.ts';
import type { Trace } from './traces.ts';

export type Handle = (request: Request) => Promise<Response>;

export interface StageOptions {
  readonly trace: Pick<Trace, 'lossShare' | 'crashAtWrite'>;
  readonly states: CompanyStates;
  readonly surroundings: Surroundings;
  readonly seed: number;
  /** Called while a write of Personio's is under way at which the contestant dies; resolves when it is dead. */
  readonly crash: () => Promise<void>;
}

export type Stage = ReturnType<typeof openStage>;

export function openStage({ trace, states, surroundings, seed, crash }: StageOptions) {
  const hr = createPersonioSimulator({
    state: states.personio,
    surroundings,
    switches: { 'rate-limit': 'off' },
  });
  const time = createTimetacSimulator({ state: states.timetac, surroundings });
  const dice = seededRandom(seed);
  const ids = new Map<string, number>();
  let counter = new Counter();
  let standing: Standing = new Map();
  /** What HR changed in Personio: names here, ids there. */
  const adjusted = { names: new Set<string>(), ids: new Set<string>() };
  let isMeasured = false;
  let writes = 0;

  const right = (): Set<string> => new Set([...standing.values()].map(saying));
  const doomed = (request: Request): boolean => {
    const id = new URL(request.url).pathname.split('/').at(-1) ?? '';
    const record =
      states.personio.attendances.find((one) => one.id === id) ??
      states.personio.absences.find((one) => one.id === id);
    return record !== undefined && (record.created_by !== 'API' || right().has(saying(pieceAt(record))));
  };

  const personio: Handle = async (request) => {
    const isWrong = request.method === 'DELETE' && doomed(request);
    const id = new URL(request.url).pathname.split('/').at(-1) ?? '';
    const isOverruling = request.method !== 'GET' && adjusted.ids.has(id);
    const isWrite = request.method !== 'GET' && !new URL(request.url).pathname.includes('/auth/');
    const response = await hr.handle(request);
    counter.call('personio', request, response.status);
    if (isWrong && response.ok) counter.wrongDelete();
    if (isOverruling && response.ok) counter.overruled();
    if (!isMeasured || !isWrite || !response.ok) return response;
    writes += 1;
    if (writes === trace.crashAtWrite) {
      await crash();
      throw new TypeError('the caller is dead');
    }
    if (dice() < trace.lossShare) {
      counter.lostAnswer();
      throw new TypeError('the answer is lost');
    }
    return response;
  };
  const timetac: Handle = async (request) => {
    const response = await time.handle(request);
    counter.call('timetac', request, response.status);
    return response;
  };

  const perform = (deed: Deed): void => {
    if (deed.do === 'enter-foreign') return enterForeign(deed.piece);
    if (deed.do === 'adjust') return adjust(deed.name, deed.piece);
    const id = ids.get(deed.name);
    if (deed.do === 'remove') {
      const piece = standing.get(deed.name);
      if (id === undefined || piece === undefined) throw new Error(`${deed.name} stands nowhere`);
      if (isAbsence(piece)) time.people.cancelAbsence(id);
      else time.people.deleteTimeTracking(id);
    } else if (id === undefined) ids.set(deed.name, enter(deed.piece));
    else time.people.editTimeTracking(id, timesOf(deed.piece));
    standing = standingAfter(standing, [deed]);
  };
  const adjust = (name: string, { from, to }: Piece): void => {
    const was = standing.get(name);
    const record = states.personio.attendances.find(
      (one) => was !== undefined && saying(pieceAt(one)) === saying(was),
    );
    // Who has exported nothing yet has given HR nothing to change.
    if (record === undefined) return;
    hr.people.editAttendance(record.id, { start: from, end: to });
    adjusted.names.add(name);
    adjusted.ids.add(record.id);
  };
  const enterForeign = ({ person, from, to }: Piece): void =>
    void hr.people.addAttendance({ person_id: person, type: 'WORK', start: from, end: to });
  const enter = (piece: Piece): number => {
    const user_id = userOf(piece.person);
    if (isAbsence(piece)) {
      const { absence_type_id, absence_subtype_id } = leaveTypes.vacation;
      const dates = { from_date: piece.from, to_date: piece.to };
      return time.people.addAbsence({
        user_id,
        type_id: absence_type_id,
        subtype_id: absence_subtype_id,
        ...dates,
      }).id;
    }
    const task_id = piece.kind === 'BREAK' ? taskIds.break : taskIds.work;
    return time.people.addTimeTracking({ user_id, task_id, ...timesOf(piece), ...zones }).id;
  };

  return {
    personio,
    timetac,
    states,
    happen: (deeds: readonly Deed[]): void => deeds.forEach(perform),
    /** From here on calls count, buckets are limited, answers may be lost. */
    measure: (): void => {
      counter = new Counter();
      hr.switches['rate-limit'] = 'on';
      isMeasured = true;
    },
    tally: (): Tally => counter.read(),
    verdict: (): Verdict => verdictOf(without(standing, adjusted.names), states, adjusted.ids),
  };
}

const zones = { start_time_timezone: 'Europe/Berlin', end_time_timezone: 'Europe/Berlin' } as const;

/** TimeTac writes a blank between date and time. */
const timesOf = ({ from, to }: Piece) => ({
  start_time: from.replace('T', ' '),
  end_time: to.replace('T', ' '),
});

function verdictOf(
  standing: Standing,
  { personio }: CompanyStates,
  adjustedIds: ReadonlySet<string>,
): Verdict {
  const wanted = new Set([...standing.values()].map(saying));
  const written = [...personio.attendances, ...personio.absences].filter(
    (one) => one.created_by === 'API' && !adjustedIds.has(one.id),
  );
  const there = new Set(written.map((record) => saying(pieceAt(record))));
  const found = [...wanted].filter((one) => there.has(one)).length;
  return { missing: wanted.size - found, duplicates: written.length - found };
}

function pieceAt(record: PersonioAttendance | PersonioAbsence): Piece {
  if ('first' in record)
    return { person: record.person_id, kind: 'ABSENCE', from: record.first, to: record.last ?? '' };
  return { person: record.person_id, kind: record.type, from: record.start, to: record.end ?? '' };
}

export const vacationTypeId = personioTypes.vacation.id;
