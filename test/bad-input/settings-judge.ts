// Holds settings against the file that they were read from, with nothing but the published schema: every key of the
// file must be there as it was written, and what the file leaves out must be the default that the schema documents.

import { isDeepStrictEqual } from 'node:util';
import { settingsJsonSchema } from '../../src/core/settings/schema.ts';
import type { Settings } from '../../src/core/settings/settings.ts';
import { isObject, storable } from './meaning.ts';

interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly default?: unknown;
}

const schemaOfFile: SchemaNode = settingsJsonSchema();

/** Every difference between file and settings, as sentences. */
export function differences(
  settings: Settings,
  file: unknown,
  environment: Readonly<Record<string, string>>,
): string[] {
  const schedule = { ...settings.schedule, every: settings.schedule.everySeconds };
  return [...compare(schemaOfFile, file, { ...settings, schedule }, ''), ...unstorable(settings, '')];

  function compare(schema: SchemaNode, written: unknown, read: unknown, path: string): string[] {
    if (written === undefined) return leftOut(schema, read, path);
    const { properties, items } = shapeOf(schema);
    if (properties !== undefined && isObject(written)) {
      const unknown = Object.keys(written).filter((key) => !Object.hasOwn(properties, key));
      const known = Object.entries(properties).flatMap(([key, inner]) =>
        compare(inner, own(written, key), own(read, key), `${path}.${key}`),
      );
      return [...unknown.map((key) => `${path}.${key} is passed over`), ...known];
    }
    if (items !== undefined && Array.isArray(written) && Array.isArray(read)) {
      const lengths =
        written.length === read.length ? [] : [`${path} has ${read.length} of ${written.length} items`];
      const each = (written as unknown[]).flatMap((item, index) =>
        compare(items, item, (read as unknown[])[index], `${path}.${index}`),
      );
      return [...lengths, ...each];
    }
    return isSame(written, read, path) ? [] : [`${path} = ${short(read)}, written: ${short(written)}`];
  }

  function leftOut(schema: SchemaNode, read: unknown, path: string): string[] {
    if (
      schema.default !== undefined &&
      shapeOf(schema).properties !== undefined &&
      isObject(schema.default)
    ) {
      return compare(schema, schema.default, read, path);
    }
    if (schema.default !== undefined) {
      return isSame(schema.default, read, path)
        ? []
        : [`${path} = ${short(read)}, documented: ${short(schema.default)}`];
    }
    return isRightWithoutDefault(path, read, settings) ? [] : [`${path} = ${short(read)} comes from nowhere`];
  }

  function isSame(written: unknown, read: unknown, path: string): boolean {
    if (path === '.schedule.every') return read === secondsOf(written);
    if (typeof written === 'string') {
      const filled = fill(written, environment);
      return [filled, filled.trim(), filled.trim().replace(/\/+$/, '')].includes(read as string);
    }
    // Ids may be written as numbers.
    return isDeepStrictEqual(written, read) || (Number.isSafeInteger(written) && read === String(written));
  }
}

/** The published schema does not show the default of a text that is trimmed; the documentation does. */
const documentedElsewhere: Readonly<Record<string, unknown>> = {
  '.personio.baseUrl': 'https://api.personio.de',
  '.timetac.baseUrl': 'https://api.timetac.com',
  '.personio.attributes.dateOfBirth': null,
};

function isRightWithoutDefault(path: string, read: unknown, settings: Settings): boolean {
  if (/^\.absences\.types\.\d+\.personio$/.test(path)) return read === null;
  if (Object.hasOwn(documentedElsewhere, path)) return read === documentedElsewhere[path];
  // A list that is left out is empty.
  if (Array.isArray(read)) return read.length === 0;
  // What a rule does not name, it does not ask.
  if (/^\.users\.(scope|rules)\./.test(path)) return read === undefined;
  if (/^\.absences\.types\.\d+\.worksThatDay$/.test(path)) return typeof read === 'boolean';
  if (path === '.name') return read === settings.timetac.account;
  // A part that is left out is switched off.
  return /^\.(users|absences|attendances)$/.test(path) && own(read, 'enabled') === false;
}

function unstorable(value: unknown, path: string): string[] {
  if (typeof value === 'string') return storable(value) === value ? [] : [`${path} cannot be stored`];
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} = ${value}`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => unstorable(inner, `${path}.${key}`));
}

const fill = (text: string, environment: Readonly<Record<string, string>>): string =>
  text.replace(/\$\$\{|\$\{(\w+)\}/g, (_, name?: string) =>
    name === undefined ? '${' : (environment[name] ?? '?'),
  );

function secondsOf(interval: unknown): number | undefined {
  const [, amount, unit] = /^(\d+)\s?([smh])$/.exec(String(interval)) ?? [];
  return amount === undefined
    ? undefined
    : Number(amount) * { s: 1, m: 60, h: 3600 }[unit as 's' | 'm' | 'h'];
}

/** A value that may be left out or null is written as a choice. */
const shapeOf = (schema: SchemaNode): SchemaNode =>
  schema.anyOf?.find((choice) => choice.properties !== undefined || choice.items !== undefined) ?? schema;

const own = (value: unknown, key: string): unknown =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
const short = (value: unknown): string => (JSON.stringify(value) ?? 'undefined').slice(0, 80);
