// The promise, held against its proof: every rule of the documentation names the stories that hold it, and no story
// stands outside the rules.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const scenarios = join(root, 'test', 'scenarios');

/** How many rules each chapter has, from 0 to 5. */
const chapters = [11, 10, 11, 10, 9, 4] as const;

interface Rule {
  readonly number: string;
  readonly text: string;
  readonly stories: readonly string[];
}

const document = readFileSync(join(root, 'docs', 'rules.md'), 'utf8');
const rules: readonly Rule[] = document
  .split(/^### /m)
  .slice(1)
  .map((section) => ({
    number: section.match(/^\d+\.\d+/)?.[0] ?? section.slice(0, 40),
    text: section,
    stories: [...section.matchAll(/\]\(\.\.\/test\/scenarios\/([^)]+)\)/g)].map(([, file = '']) => file),
  }));
const files = readdirSync(scenarios).filter((name) => name.endsWith('.test.ts'));

test('every rule is there, once and in order', () => {
  const expected = chapters.flatMap((count, chapter) =>
    Array.from({ length: count }, (_, index) => `${chapter}.${index + 1}`),
  );
  expect(rules.map(({ number }) => number)).toEqual(expected);
});

test.each(rules)(
  '$number names the stories that hold it, or says that it is not built',
  ({ text, stories }) => {
    if (stories.length === 0) expect(text).toContain('*Not yet');
    expect(stories.filter((file) => !existsSync(join(scenarios, file)))).toEqual([]);
  },
);

test('every story is named by a rule', () => {
  const named = new Set(rules.flatMap(({ stories }) => stories));
  expect(files.filter((file) => !named.has(file))).toEqual([]);
});

test('a story stands with the rule whose number it carries, and says it in its first line', () => {
  const astray = files.filter((file) => {
    const number = file.match(/^\d+\.\d+/)?.[0];
    if (number === undefined) return false;
    const [line = ''] = readFileSync(join(scenarios, file), 'utf8').split('\n');
    const own = rules.find((rule) => rule.number === number);
    return !own?.stories.includes(file) || !line.startsWith('// Rule') || !line.includes(number);
  });
  expect(astray).toEqual([]);
});
