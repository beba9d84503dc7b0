import { describe, expect, it } from 'vitest';
import { isPrivateHost } from './hosts.ts';
import { nearestKey } from './nearest.ts';
import { settingsJsonSchema } from './schema.ts';

interface Node {
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly additionalProperties?: boolean;
  readonly required?: readonly string[];
}

describe('the schema for editors', () => {
  it('describes every key and knows no others', () => {
    const keys = keysOf(settingsJsonSchema(), '');
    expect(keys.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'personio.appId',
        'users.rules.when.ids',
        'absences.types.worksThatDay',
        'report.to',
      ]),
    );
    expect(keys.filter(({ node }) => !node.title || !node.description).map(({ path }) => path)).toEqual([]);
    expect(sectionsOf(settingsJsonSchema()).filter((node) => node.additionalProperties !== false)).toEqual(
      [],
    );
  });

  it('demands the version and the two accounts, and no more', () => {
    const schema = settingsJsonSchema() as Node & { readonly $schema?: string };
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema.required).toEqual(['version', 'personio', 'timetac']);
    expect(schema.properties?.['personio']?.required).toEqual(['clientId', 'clientSecret']);
    expect(schema.properties?.['timetac']?.required).toEqual(['account', 'clientId', 'clientSecret']);
    expect(schema.properties?.['attendances']?.required ?? []).toEqual([]);
  });
});

it.each([
  ['startdate', 'startDate'],
  ['start_date', 'startDate'],
  ['attendence', 'attendances'],
  ['banana', null],
  ['x'.repeat(10_000), null],
])('the nearest known key to %s is %s', (key, nearest) => {
  expect(nearestKey(key, ['startDate', 'attendances', 'absences', 'id'])).toBe(nearest);
});

it.each([
  ['localhost', true],
  ['tandem.localhost', true],
  ['db', true],
  ['0.0.0.0', true],
  ['100.64.0.1', true],
  ['169.254.169.254', true],
  ['172.31.0.1', true],
  ['192.168.1.1', true],
  ['[::]', true],
  ['[fd00::1]', true],
  ['[fe80::1]', true],
  ['[::ffff:7f00:1]', true],
  ['api.personio.de', false],
  ['172.32.0.1', false],
  ['100.128.0.1', false],
  ['8.8.8.8', false],
  ['[2001:db8::1]', false],
  ['[::ffff:808:808]', false],
])('the host %s is private: %s', (host, isPrivate) => {
  expect(isPrivateHost(host)).toBe(isPrivate);
});

function sectionsOf(node: Node): readonly Node[] {
  const below = [
    ...Object.values(node.properties ?? {}),
    ...(node.items ? [node.items] : []),
    ...(node.anyOf ?? []),
  ];
  return [...(node.properties ? [node] : []), ...below.flatMap(sectionsOf)];
}

function keysOf(node: Node, path: string): readonly { readonly path: string; readonly node: Node }[] {
  const own = Object.entries(node.properties ?? {}).flatMap(([key, child]) => {
    const name = path === '' ? key : `${path}.${key}`;
    return [{ path: name, node: child }, ...keysOf(child, name)];
  });
  const inner = [...(node.items ? [node.items] : []), ...(node.anyOf ?? [])];
  return [...own, ...inner.flatMap((child) => keysOf(child, path))];
}
