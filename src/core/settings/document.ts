// From the text of a configuration file to settings, or to the list of everything that is wrong with it.

import { addressMistakes, type AddressRules } from './addresses.ts';
import { crosscheck } from './crosschecks.ts';
import { type Environment, fillFromEnvironment } from './environment.ts';
import { explain } from './explain.ts';
import { type Flaw, found, keyText, type Mistake, type Path, pathText, said } from './mistake.ts';
import { settingsFile, settingsJsonSchema } from './schema.ts';
import type { Settings } from './settings.ts';
import { type Branch, isBranch, type Place, plainTree, type ReadTree, readTree, type Tree } from './tree.ts';
import { unknownKeys } from './unknown-keys.ts';

export type { Mistake } from './mistake.ts';

const jsonSchema = settingsJsonSchema();

export interface ParseOptions extends AddressRules {
  /** As the person calls the file; used in sentences only. */
  readonly fileName: string;
  /** What `${NAME}` is taken from. */
  readonly environment: Environment;
}

export type Parsed =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/**
 * Reads a configuration (YAML or JSON) with every default filled in. Never throws: whatever is wrong is a mistake, all
 * of them are named, in the order of the file. Values of secrets and of the environment are never quoted.
 */
export function parseSettings(text: string, options: ParseOptions): Parsed {
  return judged(readTree(text, options.fileName), options);
}

/** The same for a configuration that is no text any more, as the page keeps it: no mistake of it has a place. */
export function settingsFromTree(tree: Branch, options: ParseOptions): Parsed {
  const parsed = judged(plainTree(tree), options);
  if (parsed.ok) return parsed;
  return { ok: false, mistakes: parsed.mistakes.map((one) => ({ ...one, line: null, column: null })) };
}

function judged(read: ReadTree, options: ParseOptions): Parsed {
  const own = read.mistakes.map(({ place, ...mistake }) => locate(mistake, () => place));
  if (read.unreadable) return { ok: false, mistakes: inOrder(own) };
  if (!isBranch(read.tree)) return { ok: false, mistakes: [...own, noMapping(read.tree, options.fileName)] };

  const filled = fillFromEnvironment(read.tree, options.environment);
  const parsed = settingsFile.safeParse(filled.tree);
  const taken = new Set(filled.taken.map(pathText));
  const mayQuote = (path: Path) => !taken.has(pathText(path));
  const wrong = [
    ...unknownKeys(filled.tree, jsonSchema),
    ...(parsed.error?.issues ?? []).flatMap((issue) => explain(issue, filled.tree, mayQuote) ?? []),
    ...crosscheck(filled.tree),
    ...addressMistakes(filled.tree, options),
  ];
  // What could not be filled in was not there to be judged.
  const unfilled = new Set(filled.mistakes.map(({ path }) => pathText(path)));
  const flaws = [...filled.mistakes, ...wrong.filter(({ path }) => !unfilled.has(pathText(path)))];
  const mistakes = [...own, ...flaws.map((flaw) => locate(flaw, (path) => placeOf(path, read)))];
  if (mistakes.length === 0 && parsed.success) return { ok: true, settings: parsed.data };
  return { ok: false, mistakes: inOrder(mistakes) };
}

function noMapping(tree: Tree, fileName: string): Mistake {
  const name = keyText(fileName);
  const hint = said(
    'Start with “version: 1” and add personio, timetac and one of users, absences, attendances.',
    'Mit „version: 1“ beginnen und personio, timetac und einen der Teile users, absences, attendances ergänzen.',
  );
  return locate(
    tree === null
      ? found([], said(`${name} is empty.`, `${name} ist leer.`), hint)
      : found(
          [],
          said(
            `${name} is no list of keys and values.`,
            `${name} ist keine Liste von Schlüsseln und Werten.`,
          ),
          hint,
        ),
    () => ({ line: 1, column: 1 }),
  );
}

function locate(flaw: Flaw, placeOfPath: (path: Path) => Place | null): Mistake {
  const place = placeOfPath(flaw.path);
  return {
    path: pathText(flaw.path),
    line: place?.line ?? null,
    column: place?.column ?? null,
    message: flaw.message,
    hint: flaw.hint,
  };
}

/** The place of a path, or of the nearest thing around it that stands in the file. */
function placeOf(path: Path, read: ReadTree): Place | null {
  for (let length = path.length; length > 0; length--) {
    const place = read.places.get(pathText(path.slice(0, length)));
    if (place !== undefined) return place;
  }
  return null;
}

/** In the order of the file, the same thing once; mistakes without a place come last. */
function inOrder(mistakes: readonly Mistake[]): readonly Mistake[] {
  const once = new Map(
    mistakes.map((mistake) => [`${mistake.path} ${mistake.line} ${mistake.message.en}`, mistake]),
  );
  return [...once.values()].sort((a, b) => lineOf(a) - lineOf(b) || (a.column ?? 0) - (b.column ?? 0));
}

const lineOf = (mistake: Mistake): number => mistake.line ?? Number.MAX_SAFE_INTEGER;
