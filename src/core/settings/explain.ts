// What the schema found, in words. Values are quoted only where they are words of this format, never where a secret
// could stand.

import type { z } from 'zod';
import { didYouMean, type Flaw, found, type Path, type Said, said } from './mistake.ts';
import { nearestKey } from './nearest.ts';
import { isBranch, type Tree } from './tree.ts';
import type { Complaint } from './values.ts';

type Issue = z.core.$ZodIssue;

/** Turns one finding of the schema into a mistake; null for unknown keys, which `unknown-keys.ts` names one by one. */
export function explain(issue: Issue, tree: Tree, mayQuote: (path: Path) => boolean): Flaw | null {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (issue.code === 'unrecognized_keys') return null;
  const value = valueAt(tree, path);
  if (value === undefined) return found(path, said('This is missing.', 'Das fehlt.'), expectation(issue));
  if (value === null) {
    return found(path, said('This has no value.', 'Hier steht kein Wert.'), expectation(issue) ?? leaveOut);
  }
  const [message, hint] = words(issue, value, mayQuote(path));
  return found(path, message, hint);
}

type Words = readonly [Said, Said | null];

function words(issue: Issue, value: Tree, quotable: boolean): Words {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(typeNames(issue.expected), value);
    case 'invalid_union':
      return wrongOfSeveral(issue, value, quotable);
    case 'invalid_value':
      return wrongWord(issue.values.map(String), value, quotable);
    case 'too_small':
      return issue.origin === 'array'
        ? [said('This list must not be empty.', 'Diese Liste darf nicht leer sein.'), null]
        : [
            said(`This must be at least ${issue.minimum}.`, `Das muss mindestens ${issue.minimum} sein.`),
            null,
          ];
    case 'too_big':
      return [
        said(`This must be at most ${issue.maximum}.`, `Das darf höchstens ${issue.maximum} sein.`),
        null,
      ];
    case 'custom': {
      const complaint = issue.params?.['complaint'] as Complaint | undefined;
      return complaint === undefined ? unfit : [complaint.message, complaint.hint?.(value) ?? null];
    }
    default:
      return unfit;
  }
}

const unfit: Words = [said('This value does not fit here.', 'Dieser Wert passt hier nicht.'), null];
const leaveOut = said('Fill it in, or leave the key out.', 'Ausfüllen, oder den Schlüssel weglassen.');

function wrongType(expected: Said, value: Tree): Words {
  const is = typeOf(value);
  return [
    said(`Expected ${expected.en}, found ${is.en}.`, `Erwartet: ${expected.de}; gefunden: ${is.de}.`),
    typeHint(expected, value),
  ];
}

function typeHint(expected: Said, value: Tree): Said | null {
  if (expected === types.string && (typeof value === 'number' || typeof value === 'boolean')) {
    return said('Put it in quotes.', 'In Anführungszeichen setzen.');
  }
  if (expected === types.boolean && typeof value === 'string') {
    return said('Write true or false, without quotes.', 'true oder false schreiben, ohne Anführungszeichen.');
  }
  if ((expected === types.number || expected === types.int) && typeof value === 'string') {
    return said('Write the number without quotes.', 'Die Zahl ohne Anführungszeichen schreiben.');
  }
  return expected === types.array ? said('Write it as a list: [ … ].', 'Als Liste schreiben: [ … ].') : null;
}

function wrongOfSeveral(issue: z.core.$ZodIssueInvalidUnion, value: Tree, quotable: boolean): Words {
  const inner = issue.errors.flat();
  const literals = inner.flatMap((each) => (each.code === 'invalid_value' ? each.values.map(String) : []));
  if (literals.length > 0) return wrongWord(literals, value, quotable);
  // The side whose type fits knows best what is wrong.
  const fitting = issue.errors.find((side) => side.every((each) => each.code !== 'invalid_type'))?.[0];
  if (fitting !== undefined) return words(fitting, value, quotable);
  return wrongType(said('a text or a whole number', 'ein Text oder eine ganze Zahl'), value);
}

function wrongWord(known: readonly string[], value: Tree, quotable: boolean): Words {
  const list = known.join(', ');
  if (typeof value !== 'string') {
    const is = typeOf(value);
    const shown = typeof value === 'number' && quotable ? `${value}` : null;
    return [
      said(
        `Expected one of ${list}, found ${shown ?? is.en}.`,
        `Erwartet: eines von ${list}; gefunden: ${shown ?? is.de}.`,
      ),
      null,
    ];
  }
  const near = nearestKey(value, known);
  const shown = quotable && value.length <= 40 ? value.replace(/[\p{Cc}\p{Cf}]+/gu, ' ') : null;
  return [
    shown === null
      ? said(`Expected one of ${list}.`, `Erwartet: eines von ${list}.`)
      : said(
          `Expected one of ${list}, found “${shown}”.`,
          `Erwartet: eines von ${list}; gefunden: „${shown}“.`,
        ),
    near === null
      ? null
      : near === value
        ? said(
            'Write it without quotes; what ${NAME} stands for is always a text.',
            'Ohne Anführungszeichen schreiben; wofür ${NAME} steht, ist immer ein Text.',
          )
        : didYouMean(near),
  ];
}

function expectation(issue: Issue): Said | null {
  if (issue.code === 'invalid_value') {
    const list = issue.values.map(String).join(', ');
    return said(`Expected: ${list}.`, `Erwartet: ${list}.`);
  }
  if (issue.code !== 'invalid_type') return null;
  const expected = typeNames(issue.expected);
  return said(`Expected ${expected.en}.`, `Erwartet: ${expected.de}.`);
}

const types = {
  string: said('a text', 'ein Text'),
  number: said('a number', 'eine Zahl'),
  int: said('a whole number', 'eine ganze Zahl'),
  boolean: said('true or false', 'true oder false'),
  array: said('a list', 'eine Liste'),
  object: said('a section with keys', 'ein Abschnitt mit Schlüsseln'),
  other: said('another value', 'ein anderer Wert'),
} as const;

const typeNames = (expected: string): Said =>
  Object.hasOwn(types, expected) ? types[expected as keyof typeof types] : types.other;

function typeOf(value: Tree): Said {
  if (Array.isArray(value)) return types.array;
  if (isBranch(value)) return types.object;
  if (typeof value === 'boolean') return said(String(value), String(value));
  return typeof value === 'number' ? types.number : types.string;
}

/** undefined where nothing stands. */
function valueAt(tree: Tree, path: Path): Tree | undefined {
  let node: Tree | undefined = tree;
  for (const step of path) {
    if (Array.isArray(node) && typeof step === 'number') node = (node as readonly Tree[])[step];
    else if (isBranch(node) && Object.hasOwn(node, String(step))) node = node[String(step)];
    else return undefined;
  }
  return node;
}
