// Keys that nobody knows, each with the key that was probably meant. Judged against the published JSON Schema, so that
// what editors complete and what Tandem accepts cannot differ.

import { didYouMean, type Flaw, found, keyText, type Path, pathText, type Said, said } from './mistake.ts';
import { nearestKey } from './nearest.ts';
import { isBranch, type Tree } from './tree.ts';

interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
}

/** Every key of the tree that the schema does not have at that place. */
export function unknownKeys(tree: Tree, jsonSchema: object): readonly Flaw[] {
  const homes = homesOf(jsonSchema);
  return below(tree, jsonSchema, []);

  function below(node: Tree, schema: SchemaNode, path: Path): readonly Flaw[] {
    const { properties, items } = shapeOf(schema);
    if (Array.isArray(node)) {
      return items === undefined
        ? []
        : node.flatMap((item: Tree, index) => below(item, items, [...path, index]));
    }
    if (!isBranch(node) || properties === undefined) return [];
    return Object.entries(node).flatMap(([key, value]) => {
      const known = Object.hasOwn(properties, key) ? properties[key] : undefined;
      return known === undefined
        ? [unknown([...path, key], key, Object.keys(properties), node, homes)]
        : below(value, known, [...path, key]);
    });
  }
}

function unknown(path: Path, key: string, known: readonly string[], beside: object, homes: Homes): Flaw {
  const near = nearestKey(key, known);
  const message = said(
    `The key “${keyText(key)}” is not known here.`,
    `Der Schlüssel „${keyText(key)}“ ist hier nicht bekannt.`,
  );
  if (near !== null && !Object.hasOwn(beside, near)) return found(path, message, didYouMean(near));
  const home = elsewhere(key, homes);
  if (home !== null) return found(path, message, home);
  return found(path, message, near === null ? listed(known) : besideIt(near));
}

/** The right key stands there as well: which of the two values is meant, only whoever wrote them knows. */
const besideIt = (near: string): Said =>
  said(
    `The nearest known key, “${near}”, stands here as well: keep one of the two.`,
    `Der nächste bekannte Schlüssel „${near}“ steht hier ebenfalls: Behalten Sie einen von beiden.`,
  );

const listed = (known: readonly string[]): Said =>
  said(`Known here: ${known.join(', ')}.`, `Hier bekannt: ${known.join(', ')}.`);

function elsewhere(key: string, homes: Homes): Said | null {
  const places = homes.get(key);
  if (places === undefined) return null;
  const names = places.map((place) => (place === '' ? key : `${place}.${key}`));
  return said(
    `It belongs elsewhere: ${names.join(', ')}.`,
    `Er gehört an eine andere Stelle: ${names.join(', ')}.`,
  );
}

/** Where each key of the schema lives. */
type Homes = ReadonlyMap<string, readonly string[]>;

function homesOf(jsonSchema: object): Homes {
  const homes = new Map<string, string[]>();
  collect(jsonSchema, []);
  return homes;

  function collect(schema: SchemaNode, path: Path): void {
    const { properties, items } = shapeOf(schema);
    if (items !== undefined) collect(items, path);
    for (const [key, child] of Object.entries(properties ?? {})) {
      homes.set(key, [...(homes.get(key) ?? []), pathText(path)]);
      collect(child, [...path, key]);
    }
  }
}

/** A value that may be left out or null is written as a choice; only one side of it has keys or items. */
const shapeOf = (schema: SchemaNode): SchemaNode =>
  schema.anyOf?.find((choice) => choice.properties !== undefined || choice.items !== undefined) ?? schema;
