// Where a record is and what it says, as facts for sentences, cards and payroll, whatever the part calls its fields.

import { type Craft, isFoldedContent } from './desk.ts';

/**
 * `from → to` for whoever books it by hand; a dash where nothing stood, or nothing shall. Where both are at the same time,
 * what differs instead: `[type]`, `[project]` or `[comment]`.
 */
export function moveText(from: unknown, to: unknown): string {
  const kinds = new Set([from, to].flatMap((content) => fieldsOf(content)['kind'] ?? []));
  const text = (content: unknown): string => {
    if (content === null) return '–';
    const { start } = content as { readonly start?: string };
    // Of an old day nobody knows more.
    if (isFoldedContent(content) && start !== undefined) return start.slice(0, 10);
    const { oursFrom, oursTo, oursKind } = namedSpan('ours', content) as Record<string, string | null>;
    const { startsAtMidday, endsAtMidday } = fieldsOf(content);
    const [begin, end] = [oursFrom ?? '', oursTo ?? ''];
    const until = end.slice(0, 10) === begin.slice(0, 10) ? end.slice(11) : end;
    const half = (is: unknown): string => (is === true ? ' ½' : '');
    const places = [
      `${shortPlace(begin)}${half(startsAtMidday === true || (until === '' && endsAtMidday))}`,
      ...(until === '' ? [] : [`${shortPlace(until)}${half(endsAtMidday)}`]),
    ].join('–');
    // A break that is not named would be booked as work.
    return kinds.has('BREAK') && oursKind !== null ? `${oursKind} ${places}` : places;
  };
  const [before, after] = [text(from), text(to)];
  const other = before === after ? ` [${otherIn(from, to)}]` : '';
  return `${before} → ${after}${other}`;
}

function otherIn(from: unknown, to: unknown): string {
  const [mine, theirs] = [fieldsOf(from), fieldsOf(to)];
  const name = otherFields.find((field) => mine[field] !== theirs[field]);
  return name === undefined ? 'several' : otherWords[name];
}

/** Seconds are always zero in what we write. */
const shortPlace = (place: string): string => place.replace('T', ' ').replace(/(\d\d:\d\d):\d\d$/, '$1');

const fieldsOf = (content: unknown): Record<string, unknown> => (content ?? {}) as Record<string, unknown>;

/** The dates of an absence are known, times and halves are not. */
const withoutTimes = (content: unknown): Record<string, unknown> => {
  const { firstOn, lastOn } = fieldsOf(content);
  return { firstOn, lastOn };
};

/** Places of a record as facts for its sentence, whatever the part calls them. */
export function namedSpan(
  whose: 'ours' | 'theirs',
  content: unknown,
): Record<string, string | boolean | null> {
  const record = isFoldedContent(content) ? withoutTimes(content) : fieldsOf(content);
  const hours = fieldsOf(record['hours']);
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return {
    [`${whose}From`]: text(record['start']) ?? text(hours['start']) ?? text(record['firstOn']),
    [`${whose}To`]: text(record['end']) ?? text(hours['end']) ?? text(record['lastOn']),
    [`${whose}Kind`]: text(record['kind']),
    [`${whose}Half`]: halfOf(record),
  };
}

function halfOf({ startsAtMidday, endsAtMidday, firstOn, lastOn }: Record<string, unknown>): string | null {
  if (startsAtMidday !== true && endsAtMidday !== true) return null;
  if (firstOn === lastOn) return startsAtMidday === true ? 'afternoon' : 'morning';
  if (startsAtMidday === true && endsAtMidday === true) return 'midday-to-midday';
  return startsAtMidday === true ? 'from-midday' : 'to-midday';
}

/** Both places, and what else differs where they are the same. */
export function namedBoth<C>(
  ours: C,
  theirs: C,
  { equal }: Pick<Craft<C>, 'equal'>,
): Record<string, string | boolean | null> {
  const places = { ...namedSpan('ours', ours), ...namedSpan('theirs', theirs) };
  const isSameTime = ['From', 'To', 'Kind', 'Half'].every(
    (name) => places[`ours${name}`] === places[`theirs${name}`],
  );
  if (!isSameTime || isFoldedContent(ours) || equal(theirs, ours)) return places;
  const [mine, other] = [fieldsOf(ours), fieldsOf(theirs)];
  const only = otherFields.find(
    (name) => name in other && equal({ ...other, [name]: mine[name] } as C, ours),
  );
  return { ...places, theirsOther: only === undefined ? 'several' : otherWords[only] };
}

const otherFields = ['typeId', 'projectId', 'comment'] as const;
const otherWords = { typeId: 'type', projectId: 'project', comment: 'comment' } as const;
