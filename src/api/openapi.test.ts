// The OpenAPI document is made from the table of routes; here it is held against that table and against the page's list.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openTestDesk, type TestDesk } from '../../test/support/front-desk.ts';
import { paths } from '../../web/src/api/paths.ts';
import type { Route } from './contract/route.ts';
import { routes } from './contract/routes.ts';

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly {
    readonly in: string;
    readonly name: string;
    readonly required?: boolean;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>
  >;
}
interface Document {
  readonly openapi: string;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

let stage: TestDesk;
let document: Document;
beforeAll(async () => {
  stage = await openTestDesk();
  const { body } = await stage.stranger.call('GET', '/openapi.json');
  document = body;
});
afterAll(() => stage.close());

const written = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}');
const operationOf = (method: string, path: string): Operation | undefined =>
  document.paths[written(path)]?.[method.toLowerCase()];

describe.each(Object.entries(routes) as [string, Route][])('%s', (name, route) => {
  test('is in the document with its method, path, parameters, body and answer', () => {
    const operation = operationOf(route.method, route.path);
    expect(operation).toMatchObject({ operationId: name, summary: route.tells });
    const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, one]) => one);
    const parameters = operation?.parameters ?? [];
    expect(parameters.filter((one) => one.in === 'path').map((one) => one.name)).toEqual(inPath);
    expect(parameters.some((one) => one.in === 'query')).toBe(route.query !== undefined);
    expect(operation?.requestBody !== undefined).toBe(route.body !== undefined);
    if (route.body !== undefined)
      expect(operation?.requestBody?.content['application/json']?.schema).toMatchObject({ type: 'object' });
    const answer = operation?.responses['200']?.content ?? {};
    if (route.media === undefined) {
      // An answer of null is no content, in the words of OpenAPI.
      expect(Object.keys(answer)).toEqual(route.answer instanceof z.ZodNull ? [] : ['application/json']);
      if (!(route.answer instanceof z.ZodNull))
        expect(Object.keys(answer['application/json']?.schema ?? {})).not.toEqual([]);
    } else if (route.media === 'redirect') {
      expect(Object.keys(operation?.responses ?? {})).toEqual(['302', 'default']);
    } else expect(Object.keys(answer)).toEqual([route.media]);
    const why = operation?.responses['default']?.content ?? {};
    expect(Object.keys(why)).toEqual(['application/problem+json']);
    expect(JSON.stringify(why)).toContain('retryAfterSeconds');
  });
});

test('the document holds nothing beside the table, and says where the API is', () => {
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const table = Object.values(routes).map(({ method, path }) => `${method} ${written(path)}`);
  expect(all.sort()).toEqual(table.sort());
  expect(document.servers).toEqual([{ url: '/api/v1' }]);
  expect(document.openapi).toMatch(/^3\.1/);
});

test('whatever the document refers to is in it', () => {
  const refs = new Set<string>();
  JSON.stringify(document, (key, value: unknown) => {
    if (key === '$ref') refs.add(String(value));
    return value;
  });
  expect(refs.size).toBeGreaterThan(0);
  for (const ref of refs) {
    const found = ref
      .replace(/^#\//, '')
      .split('/')
      .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], document);
    expect(found, ref).toBeTypeOf('object');
  }
});

test('every call that the page makes is in the document', () => {
  expect(Object.keys(paths).length).toBeGreaterThan(50);
  for (const [name, [method, path]] of Object.entries(paths))
    expect(operationOf(method, path)?.operationId).toBe(name);
});
