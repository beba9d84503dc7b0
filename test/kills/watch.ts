// Watches every write while it reaches a vendor: nothing of ours ever stands there twice, and nothing of others moves.

import type { PersonioAbsence, PersonioAttendance } from '../../src/simulators/personio/state.ts';
import type { Story } from '../support/company.ts';

export interface Watch {
  /** From here on nobody but Tandem has a hand in it. */
  readonly begin: () => void;
  readonly around: (request: Request, step: () => Promise<Response>) => Promise<Response>;
  /** What was seen going wrong, in order. */
  readonly alarms: readonly string[];
  /** A last look, at what only people and the other system may change. */
  readonly end: () => void;
}

export function createWatch(story: Story): Watch {
  const alarms: string[] = [];
  let theirs = new Map<string, string>();
  let source = '';

  const look = (after: string): void => {
    const now = foreign(story);
    for (const [id, text] of theirs)
      if (now.get(id) !== text)
        alarms.push(`${after}: somebody else's record was ${text}, now ${now.get(id)}`);
    alarms.push(...doubled(story).map((what) => `${after}: ${what}`));
  };

  return {
    alarms,
    begin: () => {
      theirs = foreign(story);
      source = sourceOf(story);
    },
    around: async (request, step) => {
      try {
        return await step();
      } finally {
        if (request.method !== 'GET') look(`${request.method} ${new URL(request.url).pathname}`);
      }
    },
    end: () => {
      look('at rest');
      if (sourceOf(story) !== source)
        alarms.push('at rest: what only people may change at the source has changed');
    },
  };
}

const foreign = ({ states }: Story): Map<string, string> =>
  new Map(
    [...states.personio.attendances, ...states.personio.absences]
      .filter((record) => record.created_by !== 'API')
      .map((record) => [record.id, JSON.stringify(record)]),
  );

const sourceOf = ({ states: { personio, timetac } }: Story): string =>
  JSON.stringify([personio.employees, timetac.timeTrackings, timetac.absences]);

function doubled({ states, world }: Story): string[] {
  const { attendances, absences } = states.personio;
  const periods = attendances.filter(
    ({ created_by, status }) => created_by === 'API' && status !== 'REJECTED',
  );
  const leave = absences.filter(({ created_by, status }) => created_by === 'API' && counts.includes(status));
  const { users } = states.timetac;
  const mailed = world.timetac.mails.map(({ kind, userId }) => `${kind} mail to ${userId}`);
  return [
    ...overlapping(periods, spanOfPeriod).map((pair) => `two periods of ours: ${pair}`),
    ...overlapping(leave, spanOfAbsence).map((pair) => `two absences of ours: ${pair}`),
    ...repeated(users.map(({ external_id }) => external_id)).map((id) => `two accounts for ${id}`),
    ...repeated(users.map(({ username }) => username)).map((name) => `two accounts named ${name}`),
    ...repeated(mailed).map((mail) => `twice: ${mail}`),
  ];
}

const counts: readonly PersonioAbsence['status'][] = ['PENDING', 'APPROVED', 'SUBSTITUTE_REQUESTED'];

type Span = readonly [begin: string, end: string];

const spanOfPeriod = ({ start, end }: PersonioAttendance): Span => [start, end ?? '9999'];

const spanOfAbsence = (absence: PersonioAbsence): Span => {
  const { first, last, starts_at_midday, ends_at_midday, hours } = absence;
  if (hours !== null) return [hours.start, hours.end];
  return [`${first}T${starts_at_midday ? '12' : '00'}`, `${last ?? '9999'}T${ends_at_midday ? '12' : '24'}`];
};

function overlapping<R extends { readonly person_id: string }>(
  records: readonly R[],
  spanOf: (record: R) => Span,
): string[] {
  return records.flatMap((one, index) =>
    records
      .slice(index + 1)
      .filter((other) => one.person_id === other.person_id)
      .map((other) => [spanOf(one), spanOf(other)] as const)
      .filter(([a, b]) => a[0] < b[1] && b[0] < a[1])
      .map(([a, b]) => `${one.person_id} ${a.join('–')} and ${b.join('–')}`),
  );
}

const repeated = (texts: readonly string[]): string[] =>
  texts.filter((text, index) => text !== '' && texts.indexOf(text) !== index);
