// Time that stood in Personio as ours, and that TimeTac still says, must not vanish because the record which is to take
// it in cannot be written (rules 0.3, 2.6 and 3.8): whatever a run does, that time stands afterwards, in one record or
// another. Only of calm runs, in which nothing came between the taking away and the putting there.

import { chartOfDays, dayAfter } from './chart.ts';
import type { Call } from './lookout.ts';
import { beginOf, endOf } from './standing-rules.ts';
import { type Watched, byApi, counts, stands } from './watched.ts';

export interface KeptTime {
  /** What is missing after the run of what stood before it. */
  readonly check: (call: Call) => Promise<void>;
}

/** Texts that sort by time. */
interface Span {
  readonly from: string;
  readonly to: string;
}

interface Stood extends Span {
  readonly personId: string;
  /** WORK, BREAK or the type of an absence. */
  readonly kind: string;
}

export function rememberTime(watched: Watched): KeptTime {
  const { diary } = watched;
  const { attendances, absences } = watched.world.personio.state;
  const hours = attendances
    .filter((one) => byApi(one) && stands(one) && !diary.editedIds.has(one.id))
    .map((one) => ({ personId: one.person_id, kind: one.type, from: one.start, to: one.end ?? one.start }));
  const leave = absences
    .filter((one) => byApi(one) && counts(one) && !diary.editedIds.has(one.id))
    .map((one) => ({
      personId: one.person_id,
      kind: one.absence_type_id,
      ...spanOf(beginOf(one), endOf(one)),
    }));
  return {
    check: async (call) => {
      const { personio } = watched.world;
      for (const { key, targetId } of await watched.archive().links<unknown>({ part: 'employees' })) {
        const userId = Number(targetId);
        const isTheirs = ({ person_id }: { readonly person_id: string }): boolean => person_id === key;
        const told = (what: string, { from, to }: Span): void =>
          call('S3', `${what} of ${key} from ${from} to ${to} stood and is in TimeTac, and was taken away`);
        const hoursNow = personio.state.attendances
          .filter((one) => isTheirs(one) && stands(one))
          .map((one) => ({ from: one.start, to: one.end ?? '9999' }));
        for (const lost of missing(hours, key, hoursSaid(watched, userId), hoursNow)) told('time', lost);
        // What HR has not confirmed the deletion of stands, and is in the way: what was to take its place is told to wait.
        const leaveNow = personio.state.absences
          .filter((one) => isTheirs(one) && (counts(one) || one.status === 'DELETION_PENDING'))
          .map((one) => spanOf(beginOf(one), endOf(one)));
        for (const lost of missing(leave, key, leaveSaid(watched, userId, key), leaveNow))
          told('leave', lost);
      }
    },
  };
}

interface Said extends Span {
  readonly kind: string;
}

function hoursSaid({ world, rules }: Watched, userId: number): Said[] {
  const marks = [...chartOfDays(world.timetac.state, userId, rules).values()].flatMap((day) => day.marks);
  return marks.map((mark) => {
    const [kind = '', from = '', to = ''] = mark.split(' ');
    return { kind, from: `${from}:00`, to: `${to}:00` };
  });
}

/** Whole days only: of a half nobody sees here which one it is. After an exit, leave is cut. */
function leaveSaid({ world, rules, diary, typeOf }: Watched, userId: number, employeeId: string): Said[] {
  const { absences, absenceDays } = world.timetac.state;
  const last = diary.exits.get(employeeId) ?? '9999';
  return absenceDays
    .filter(
      (row) => row.user_id === userId && row.value === 1 && row.date >= rules.startDate && row.date <= last,
    )
    .flatMap(({ request_id, date }) => {
      const booking = absences.find((one) => one.id === request_id && one.status === 1);
      const kind = booking === undefined ? null : typeOf(`${booking.type_id}:${booking.subtype_id}`);
      return kind === null ? [] : [{ kind, ...spanOf(`${date} 00`, `${date} 24`) }];
    });
}

/** Midnight is written in one way only. */
const spanOf = (from: string, to: string): Span => ({
  from,
  to: to.endsWith(' 24') && to < '9999' ? `${dayAfter(to.slice(0, 10))} 00` : to,
});

function missing(
  stood: readonly Stood[],
  personId: string,
  said: readonly Said[],
  now: readonly Span[],
): Span[] {
  return stood
    .filter((one) => one.personId === personId)
    .flatMap((one) => said.filter(({ kind }) => kind === one.kind).flatMap((other) => common(one, other)))
    .flatMap((one) =>
      now.reduce<Span[]>((left, taken) => left.flatMap((part) => without(part, taken)), [one]),
    );
}

function common(a: Span, b: Span): Span[] {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  return from < to ? [{ from, to }] : [];
}

function without(whole: Span, taken: Span): Span[] {
  if (common(whole, taken).length === 0) return [whole];
  return [
    { from: whole.from, to: taken.from },
    { from: taken.to, to: whole.to },
  ].filter(({ from, to }) => from < to);
}
