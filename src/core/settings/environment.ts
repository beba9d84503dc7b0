// `${NAME}` in a text is taken from the environment, after the file has been parsed, so that a secret may contain any
// character. `$${` stands for a literal `${`.

import { type Flaw, didYouMean, found, type Path, said } from './mistake.ts';
import { nearestKey } from './nearest.ts';
import { isBranch, type Tree } from './tree.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Filled {
  readonly tree: Tree;
  readonly mistakes: readonly Flaw[];
  /** Paths whose text came, in whole or in part, from the environment. */
  readonly taken: readonly Path[];
}

const placeholder = /\$\$\{|\$\{([^}]*)(\}?)/g;
const nameRule = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Fills every placeholder; one that cannot be filled is a mistake and stays as it stands. */
export function fillFromEnvironment(tree: Tree, environment: Environment): Filled {
  const mistakes: Flaw[] = [];
  const taken: Path[] = [];
  return { tree: fill(tree, []), mistakes, taken };

  function fill(node: Tree, path: Path): Tree {
    if (typeof node === 'string') return node.includes('${') ? fillText(node, path) : node;
    if (Array.isArray(node)) return node.map((item: Tree, index) => fill(item, [...path, index]));
    if (!isBranch(node)) return node;
    const branch = Object.create(null) as Record<string, Tree>;
    for (const [key, value] of Object.entries(node)) branch[key] = fill(value, [...path, key]);
    return branch;
  }

  function fillText(text: string, path: Path): string {
    return text.replace(placeholder, (whole, name: string | undefined, closed: string | undefined) => {
      if (name === undefined) return '${';
      taken.push(path);
      if (closed !== '}' || !nameRule.test(name)) {
        mistakes.push(malformed(path));
        return whole;
      }
      const value = Object.hasOwn(environment, name) ? environment[name] : undefined;
      if (value === undefined) mistakes.push(notSet(path, name, environment));
      return value ?? whole;
    });
  }
}

const malformed = (path: Path): Flaw =>
  found(
    path,
    said(
      'After “${” no name of an environment variable follows.',
      'Nach „${“ folgt kein Name einer Umgebungsvariablen.',
    ),
    said('Write ${NAME}, or $${ for a literal ${.', '${NAME} schreiben, oder $${ für ein wörtliches ${.'),
  );

function notSet(path: Path, name: string, environment: Environment): Flaw {
  const near = nearestKey(name, Object.keys(environment));
  return found(
    path,
    said(`The environment variable ${name} is not set.`, `Die Umgebungsvariable ${name} ist nicht gesetzt.`),
    near === null
      ? said(
          `Set ${name} before starting Tandem, or write the value here.`,
          `${name} vor dem Start von Tandem setzen oder den Wert hier eintragen.`,
        )
      : didYouMean(near),
  );
}
