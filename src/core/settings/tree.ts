// From the text of a file to plain values, remembering where each of them stands. YAML and JSON alike: JSON is YAML.
// Hostile files are expected (the web page takes uploads): size, depth and aliases are bounded.

import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  type ParsedNode,
  Parser,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import { type Flaw, found, keyText, type Path, pathText, said } from './mistake.ts';
import { barePlaceholder, faultOf } from './syntax.ts';

/** What a file says. Objects have no prototype, so that a key called `__proto__` is a key like any other. */
export type Tree = string | number | boolean | null | readonly Tree[] | { readonly [key: string]: Tree };
export type Branch = { readonly [key: string]: Tree };

export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface ReadTree {
  readonly tree: Tree;
  /** By text of the path. A section's place is its key's, a value's place is its own. */
  readonly places: ReadonlyMap<string, Place>;
  /** True when the text is not readable as YAML: nothing else can be said about it then. */
  readonly unreadable: boolean;
  /** With the place where they have one of their own. */
  readonly mistakes: readonly (Flaw & { readonly place: Place | null })[];
}

export const isBranch = (tree: Tree | undefined): tree is Branch =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree);

/** Far above any honest file. */
const maxCharacters = 262_144;
const maxDepth = 40;
const maxNodes = 20_000;

/** Reads YAML 1.2 or JSON. Never throws; what cannot be read is a mistake. */
export function readTree(text: string, fileName: string): ReadTree {
  const name = keyText(fileName);
  if (text.length > maxCharacters) {
    return unreadable([
      {
        ...found([], said(`${name} is larger than 256 KB.`, `${name} ist größer als 256 KB.`)),
        place: null,
      },
    ]);
  }
  const deepAt = tooDeepAt(text);
  if (deepAt !== null) return unreadable([{ ...tooDeep([]), place: placeIn(text, deepAt) }]);
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'core',
    uniqueKeys: false,
    prettyErrors: false,
    lineCounter: lines,
  });
  // A broken line may have thousands of faults: one of them is told, and looked into.
  const faults = onePerLine(
    [...document.errors, ...document.warnings].map(({ code, pos }) => ({
      code,
      place: placeAt(lines, pos[0]),
    })),
  );
  if (faults.length > 0) {
    const texts = text.split('\n');
    return unreadable(
      faults.map(({ code, place }) => ({
        ...(hasBarePlaceholder(texts[place.line - 1] ?? '') ? barePlaceholder : faultOf(code)),
        place,
      })),
    );
  }
  // YAML 1.1 reads `yes` as true and `3:11` as 191; the file must not switch the meaning of its values.
  if (document.directives?.yaml.explicit === true && document.directives.yaml.version !== '1.2') {
    return unreadable([{ ...faultOf('BAD_DIRECTIVE'), place: placeAt(lines, 0) }]);
  }
  return walk(document, lines);
}

/** `${NAME}` without quotes behind a bracket or a comma. In one go over the line, however long somebody made it. */
function hasBarePlaceholder(line: string): boolean {
  const opensAt = line.search(/[[{,]/);
  return opensAt >= 0 && /:\s*\$\{/.test(line.slice(opensAt));
}

/** What is a tree already, within the same bounds; its places only tell the order in which it names things. */
export function plainTree(tree: Tree): ReadTree {
  const places = new Map<string, Place>();
  let nodes = 0;
  const fits = (value: Tree, path: Path): boolean => {
    nodes += 1;
    if (nodes > maxNodes || path.length > maxDepth) return false;
    places.set(pathText(path), { line: nodes, column: 1 });
    if (typeof value !== 'object' || value === null) return true;
    return Object.entries(value).every(([name, inner]) =>
      fits(inner, [...path, Array.isArray(value) ? Number(name) : name]),
    );
  };
  return fits(tree, [])
    ? { tree, places, unreadable: false, mistakes: [] }
    : unreadable([{ ...tooDeep([]), place: null }]);
}

/** What is read further costs a server its time; an honest file has a few thousand. */
const maxLexemes = 8 * maxNodes;

/**
 * Where the file is nested deeper, or longer, than any honest one; null: nowhere. Measured on the token stream, which needs no recursion: the parser behind it does, and a few thousand brackets can
 * exhaust the stack in a way that ends the process.
 */
function tooDeepAt(text: string): number | null {
  const parser = new Parser();
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    lexemes += 1;
    if (lexemes > maxLexemes) return Math.min(parser.offset, text.length);
    for (const token of parser.next(lexeme)) void token;
    // A nested value is up to two tokens on the stack (collection and what stands in it).
    if (parser.stack.length > 2 * maxDepth) return Math.min(parser.offset, text.length);
  }
  return null;
}

function placeIn(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function walk(document: Document.Parsed, lines: LineCounter): ReadTree {
  const places = new Map<string, Place>();
  const mistakes: (Flaw & { place: Place | null })[] = [];
  let nodes = 0;
  let overflowed = false;

  const tree = valueOf(document.contents, [], false);
  return { tree, places, unreadable: overflowed, mistakes };

  function valueOf(node: Node | ParsedNode | null, path: Path, viaAlias: boolean): Tree {
    nodes++;
    if (nodes > maxNodes || path.length > maxDepth) return overflow(path, node);
    if (node === null) return null;
    if (isAlias(node)) {
      const target = node.resolve(document);
      if (target !== undefined) return valueOf(target, path, true);
      mistakes.push({
        ...found(
          path,
          said(
            'The reference after “*” names nothing that stands above it.',
            'Der Verweis nach „*“ nennt nichts, was darüber steht.',
          ),
          said(
            'Put a text that begins with * in quotes.',
            'Texte, die mit * beginnen, in Anführungszeichen setzen.',
          ),
        ),
        place: startOf(node),
      });
      return null;
    }
    if (isSeq(node)) {
      return node.items.map((item, index) => {
        const child = [...path, index];
        remember(child, item as Node | null, viaAlias);
        return valueOf(item as Node | null, child, viaAlias);
      });
    }
    if (isMap(node)) return branchOf(node, path, viaAlias);
    return isScalar(node) ? scalarOf(node.value, node.source) : null;
  }

  function branchOf(node: YAMLMap, path: Path, viaAlias: boolean): Tree {
    const branch = Object.create(null) as Record<string, Tree>;
    for (const pair of node.items) {
      const keyNode = pair.key as Node | null;
      const key = isScalar(keyNode) ? String(keyNode.value) : '?';
      const child = [...path, key];
      const keyPlace = startOf(keyNode);
      if (Object.hasOwn(branch, key)) {
        mistakes.push({ ...twice(child, key, places.get(pathText(child))), place: keyPlace });
        continue;
      }
      if (keyPlace !== null && !viaAlias) places.set(pathText(child), keyPlace);
      remember(child, pair.value as Node | null, viaAlias);
      branch[key] = valueOf(pair.value as Node | null, child, viaAlias);
    }
    return branch;
  }

  function remember(path: Path, node: Node | null, viaAlias: boolean): void {
    const place = isScalar(node) && node.value === null ? null : startOf(node);
    const name = pathText(path);
    if (viaAlias || place === null) return;
    // What spans lines is found by its key; a value on a line of its own, or an item of a list, by itself.
    if (!places.has(name) || isScalar(node) || isAlias(node)) places.set(name, place);
  }

  function overflow(path: Path, node: Node | null): null {
    if (!overflowed) mistakes.push({ ...tooDeep([]), path, place: startOf(node) });
    overflowed = true;
    return null;
  }

  function startOf(node: Node | null): Place | null {
    return node?.range ? placeAt(lines, node.range[0]) : null;
  }
}

/** A whole number that is not written as one is what stands there: project `0815` is not project 815. */
function scalarOf(value: unknown, source: string | undefined): Tree {
  if (
    typeof value === 'number' &&
    Number.isSafeInteger(value) &&
    source !== undefined &&
    source !== String(value)
  )
    return source;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

const twice = (path: Path, key: string, first: Place | undefined): Flaw =>
  found(
    path,
    said(`“${keyText(key)}” stands here twice.`, `„${keyText(key)}“ steht hier zweimal.`),
    first === undefined
      ? null
      : said(
          `The first one is in line ${first.line}; keep one.`,
          `Das erste steht in Zeile ${first.line}; nur eines behalten.`,
        ),
  );

const tooDeep = (path: Path): Flaw =>
  found(
    path,
    said(
      'The file is nested too deeply or repeats itself too often.',
      'Die Datei ist zu tief verschachtelt oder wiederholt sich zu oft.',
    ),
    said(
      'A configuration needs no more than four levels; check brackets and references (*).',
      'Eine Konfiguration braucht höchstens vier Ebenen; Klammern und Verweise (*) prüfen.',
    ),
  );

const unreadable = (mistakes: ReadTree['mistakes']): ReadTree => ({
  tree: null,
  places: new Map(),
  unreadable: true,
  mistakes,
});

/** One slip often makes the parser stumble several times on its line. */
function onePerLine<T extends { readonly place: Place }>(faults: readonly T[]): T[] {
  const byLine = new Map<number, T>();
  for (const fault of faults) if (!byLine.has(fault.place.line)) byLine.set(fault.place.line, fault);
  return [...byLine.values()];
}

function placeAt(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}
