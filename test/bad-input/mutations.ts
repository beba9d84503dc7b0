// What can go wrong with one value of a document: the catalogue of mutations, the places of a document they are applied
// to, and whole texts that are no document at all.

import { seededRandom } from '../../src/simulators/faults/random.ts';

export type Path = readonly (string | number)[];

export interface Mutation {
  readonly name: string;
  /** The value instead; `gone` takes the key away; undefined: makes no sense for this value. */
  readonly apply: (value: unknown, neighbour: unknown) => unknown;
}

export const gone = Symbol('gone');

/** A number that JSON can say and no double can hold. It is written as it stands. */
const beyondDoubles = '12345678901234567891';
const beyondDoublesMark = '⟪a number beyond doubles⟫';

const longText = 'y'.repeat(100_000);

export const mutations: readonly Mutation[] = [
  { name: 'missing', apply: () => gone },
  ...instead('null', null),
  ...instead('empty text', ''),
  ...instead('blank text', ' '),
  ...instead('true', true),
  ...instead('false', false),
  ...instead('0', 0),
  ...instead('1', 1),
  ...instead('2', 2),
  ...instead('-1', -1),
  ...instead('7.5', 7.5),
  ...instead('1e308', 1e308),
  ...instead('a number beyond doubles', beyondDoublesMark),
  ...[
    'NaN',
    'Infinity',
    'undefined',
    'null',
    '[object Object]',
    'Invalid Date',
    '0x10',
    '1e3',
    '-0',
    '1,5',
  ].flatMap((text) => instead(`the text ${text}`, text)),
  ...instead('another word', 'SIM_OTHER'),
  ...instead('a long text', longText),
  ...instead('markup', '<html><b>x</b>'),
  ...instead('a text with NUL', 'a\u0000b'),
  ...instead('half an emoji', 'a\ud83d'),
  ...['__proto__', 'constructor', 'toString'].flatMap((text) => instead(`the text ${text}`, text)),
  ...['2026-02-30', '0000-00-00', '31.12.2026', '2026-06-01', '9999-12-31'].flatMap((text) =>
    instead(`the date ${text}`, text),
  ),
  ...[
    '2026-02-30 10:00:00',
    '2026-02-30T10:00:00',
    '2026-06-01T08:00:00Z',
    '2026-06-01T25:00:00',
    '2026-06-01 08:00:00',
    '08:15:00',
    '24:00',
  ].flatMap((text) => instead(`the time ${text}`, text)),
  ...instead('an empty list', []),
  ...instead('an empty object', {}),
  ...instead('a list of nothing', [null]),
  ...instead('an object that cannot become text', { toString: 'x', valueOf: 'y', constructor: 'z' }),
  ...instead('an object with a prototype', polluting()),
  ...instead('a deep list', deepList(1_500)),
  { name: 'wrapped in a list', apply: (value) => [value] },
  { name: 'wrapped in an object', apply: (value) => ({ value }) },
  { name: 'as text', apply: asText },
  { name: 'as number', apply: asNumber },
  { name: 'in the other case', apply: otherCase },
  { name: 'with blanks around', apply: (value) => (typeof value === 'string' ? ` ${value} ` : undefined) },
  { name: 'as the neighbour has it', apply: (_, neighbour) => neighbour },
  { name: 'emptied', apply: (value) => (Array.isArray(value) && value.length > 0 ? [] : undefined) },
  { name: 'first element doubled', apply: ifList((list) => [list[0], ...list]) },
  { name: 'first element changed and doubled', apply: ifList(doubledDifferently) },
  { name: 'with a null element', apply: ifList((list) => [...list, null]) },
  { name: 'turned round', apply: ifList((list) => (list.length > 1 ? [...list].reverse() : undefined)) },
  { name: 'as an object', apply: ifList((list) => Object.fromEntries(list.entries())) },
  {
    name: 'with unknown keys',
    apply: ifObject((object) => ({ ...object, zusätzlich: { a: [1] }, polluted: true })),
  },
  { name: 'with a prototype', apply: ifObject((object) => ({ ...object, ...polluting() })) },
];

/** What an answer of a vendor must stand without a word: it says nothing that anybody reads. */
export const harmless: ReadonlySet<string> = new Set(['with unknown keys']);

/** Always tried, even on a key that nobody reads. */
export const quickMutations: ReadonlySet<string> = new Set([
  'missing',
  'null',
  'an object that cannot become text',
  'an object with a prototype',
]);

export interface Place {
  readonly path: Path;
  readonly value: unknown;
  /** The value at the same place of another element of the list. */
  readonly neighbour: unknown;
}

/**
 * Every place of a document, the whole excepted. Of elements of one list that look alike at a place, one is taken, by
 * the seed: a hundred rows of a table have no more places than one.
 */
export function placesOf(document: unknown, seed: number): Place[] {
  const alike = new Map<string, { path: Path; value: unknown }[]>();
  walk(document, [], (path, value) => {
    const name = `${shapeOf(path)} ${kindOf(value)}`;
    alike.set(name, [...(alike.get(name) ?? []), { path, value }]);
  });
  const random = seededRandom(seed);
  return [...alike.values()].map((places) => {
    const { path, value } = places[Math.floor(random() * places.length)]!;
    const text = JSON.stringify(value);
    return { path, value, neighbour: places.find((other) => JSON.stringify(other.value) !== text)?.value };
  });
}

/** A copy of the document with another value at the place. */
export function changedAt(document: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(document)) {
    return document.flatMap((item: unknown, index) => {
      if (index !== step) return [item];
      const next = changedAt(item, rest, value);
      return next === gone ? [] : [next];
    });
  }
  return Object.fromEntries(
    Object.entries(document as object).flatMap(([key, inner]): [string, unknown][] => {
      if (key !== step) return [[key, inner]];
      const next = changedAt(inner, rest, value);
      return next === gone ? [] : [[key, next]];
    }),
  );
}

/** JSON, with the number beyond doubles written out. */
export const jsonOf = (value: unknown): string => withDigits(JSON.stringify(value), '"');

/** The text with the number beyond doubles written out; `quote` is what the writer put around it. */
export const withDigits = (text: string, quote: '"' | ''): string =>
  text.includes(beyondDoublesMark)
    ? text.replaceAll(`${quote}${beyondDoublesMark}${quote}`, beyondDoubles)
    : text;

export const shapeOf = (path: Path): string =>
  path.map((step) => (typeof step === 'number' ? '*' : step)).join('.');

/** Texts that stand where a document should. */
export function wholeTexts(text: string): readonly { readonly name: string; readonly text: string }[] {
  return [
    { name: 'nothing', text: '' },
    { name: 'blanks', text: ' \n ' },
    ...['null', '[]', '{}', '"text"', '5', 'true', 'NaN', '[{"id":1}]'].map((whole) => ({
      name: whole,
      text: whole,
    })),
    {
      name: 'an HTML page',
      text: '<!doctype html><html><head><title>502</title></head><body>Bad gateway</body></html>',
    },
    { name: 'an XML document', text: '<?xml version="1.0"?><error/>' },
    { name: 'cut in half', text: text.slice(0, Math.max(1, Math.floor(text.length / 2))) },
    { name: 'without its last character', text: text.slice(0, -1) },
    { name: 'said twice', text: `${text}${text}` },
    { name: 'after a byte order mark', text: `\ufeff${text}` },
    {
      name: 'packed by gzip and read as text',
      text: '\u001f\ufffd\b\u0000\u0000\u0000\u0000\u0000\u0003\ufffdVJ-*\ufffd',
    },
    { name: 'in a list', text: `[${text === '' ? '{}' : text}]` },
    { name: 'under a prototype', text: `{"__proto__":${text === '' ? '{}' : text}}` },
    { name: 'very deep', text: '['.repeat(50_000) + ']'.repeat(50_000) },
    { name: 'with single quotes', text: text.replaceAll('"', "'") },
  ];
}

function instead(name: string, value: unknown): Mutation[] {
  const text = JSON.stringify(value);
  return [{ name, apply: (old) => (JSON.stringify(old) === text ? undefined : value) }];
}

/** `__proto__` and `constructor` as keys of their own, as JSON.parse makes them. */
function polluting(): object {
  return JSON.parse(
    '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
  ) as object;
}

function deepList(depth: number): unknown {
  let list: unknown = [];
  for (let level = 1; level < depth; level++) list = [list];
  return list;
}

function asText(value: unknown): unknown {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function asNumber(value: unknown): unknown {
  if (typeof value === 'boolean') return Number(value);
  const isNumber = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);
  return isNumber ? Number(value) : undefined;
}

function otherCase(value: unknown): unknown {
  if (typeof value !== 'string') return undefined;
  const other = value === value.toUpperCase() ? value.toLowerCase() : value.toUpperCase();
  return other === value ? undefined : other;
}

function ifList(change: (list: readonly unknown[]) => unknown): (value: unknown) => unknown {
  return (value) => (Array.isArray(value) && value.length > 0 ? change(value as unknown[]) : undefined);
}

function ifObject(change: (object: object) => unknown): (value: unknown) => unknown {
  return (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? change(value) : undefined;
}

/** The same id with another content: one of the two would be lost. */
function doubledDifferently(list: readonly unknown[]): unknown {
  const [first] = list;
  if (typeof first !== 'object' || first === null || !('id' in first)) return undefined;
  const key = Object.keys(first).find((name) => name !== 'id');
  return key === undefined ? undefined : [first, { ...first, [key]: 'SIM_OTHER' }, ...list.slice(1)];
}

function walk(value: unknown, path: Path, visit: (path: Path, value: unknown) => void): void {
  if (path.length > 0) visit(path, value);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    walk(inner, [...path, Array.isArray(value) ? Number(key) : key], visit);
  }
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}
