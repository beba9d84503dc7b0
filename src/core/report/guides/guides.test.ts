import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { leaveTypes, personioTypes } from '../../../simulators/company/catalogue.ts';
import { answersTo, isOfJoined } from '../answers.ts';
import { type FindingCode, findingClasses } from '../codes.ts';
import type { Guide, Texts } from './guide.ts';
import { guides } from './guides.ts';
import { guideAsMarkdown } from './markdown.ts';
import { guidePages } from './pages.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const codes = Object.keys(findingClasses) as FindingCode[];

const textsOf = (guide: Guide): Texts => ({
  en: [
    ...guide.cause.en,
    ...guide.ways.flatMap(({ title, steps }) => [title.en, ...steps.en]),
    guide.afterwards.en,
  ],
  de: [
    ...guide.cause.de,
    ...guide.ways.flatMap(({ title, steps }) => [title.de, ...steps.de]),
    guide.afterwards.de,
  ],
});

const typeNames = [...Object.values(leaveTypes), ...Object.values(personioTypes)].map(({ name }) => name);
const illness = /\b(?:sick|ill|illness|sickness)\b|krank|arbeitsunfähig|mutterschutz|elternzeit|maternity/iu;

describe.each(codes)('the guide to %s', (code) => {
  const guide = guides[code];
  const { en, de } = textsOf(guide);

  it('tells the cause with an example, a way with steps, and what follows', () => {
    expect(guide.cause.en.join(' ')).toContain('Example: ');
    expect(guide.cause.de.join(' ')).toContain('Beispiel: ');
    expect(guide.ways.length).toBeGreaterThan(0);
    expect(guide.ways.length).toBeLessThan(4);
    for (const { steps } of guide.ways) expect(steps.en.length).toBeGreaterThan(0);
    for (const text of [...guide.cause.en, ...guide.cause.de]) expect(text.length).toBeGreaterThan(40);
    expect(guide.afterwards.en.length).toBeGreaterThan(20);
  });

  it('says as much in German as in English', () => {
    expect(guide.cause.de).toHaveLength(guide.cause.en.length);
    for (const { steps } of guide.ways) expect(steps.de).toHaveLength(steps.en.length);
    expect(de.filter((text, index) => text === en[index])).toEqual([]);
  });

  it('speaks in whole sentences, in the quotation marks of the language', () => {
    const titles = new Set(guide.ways.flatMap(({ title }) => [title.en, title.de]));
    for (const text of [...en, ...de]) {
      expect(text).toMatch(/^[\p{L}\p{N}]/u);
      if (!titles.has(text)) expect(text).toMatch(/[.:]$/u);
      expect(text).not.toMatch(/["'\n]|\s{2}|undefined|TODO|\$\{/u);
    }
    for (const text of en) expect(text).not.toMatch(/„/u);
    for (const text of de) expect(text).not.toMatch(/”/u);
  });

  it('names no type of absence, and says of nobody that they are ill', () => {
    for (const text of [...en, ...de]) {
      expect(typeNames.filter((name) => text.includes(name))).toEqual([]);
      expect(text).not.toMatch(illness);
    }
  });

  it('lies with each way where its steps begin', () => {
    const names = { personio: 'Personio: ', timetac: 'TimeTac: ', tandem: 'Tandem: ' } as const;
    for (const { place, steps } of guide.ways) {
      const begins = steps.en.findIndex((step) => /^(?:Personio|TimeTac|Tandem): /u.test(step));
      if (begins >= 0) expect(steps.en[begins]).toMatch(new RegExp(`^${names[place]}`, 'u'));
    }
  });

  it('calls the buttons and fields of the page by the words that stand there', () => {
    for (const { steps } of guide.ways.filter(({ place }) => place === 'tandem')) {
      for (const step of steps.en) expect(labelsIn(step, /“([^”]+)”/gu)).toEqual([]);
      for (const step of steps.de) expect(labelsIn(step, /„([^“]+)“/gu)).toEqual([]);
    }
  });
});

/** What the page says, as its sources have it. */
const pageSources = readdirSync(join(root, 'web', 'src', 'words'))
  .filter((name) => !name.endsWith('.test.ts'))
  .map((name) => readFileSync(join(root, 'web', 'src', 'words', name), 'utf8'))
  .join('\n');

const labelsIn = (step: string, quoted: RegExp): string[] =>
  [...step.matchAll(quoted)]
    .map(([, label = '']) => label)
    .filter((label) => !pageSources.includes(`'${label}'`));

describe('a way in Tandem', () => {
  const stepsOf = (code: FindingCode): string => guides[code].ways.flatMap(({ steps }) => steps.en).join(' ');
  const buttons = {
    ignore: /“Ignore this (?:day|absence|person)”|ignores it/u,
    'keep-target': /“Keep (?:Personio|TimeTac)’s”/u,
    'take-over': /“Take over”/u,
    retry: /“Retry”/u,
  } as const;

  it('offers an answer only where the page takes it', () => {
    for (const code of codes) {
      const steps = stepsOf(code);
      if (buttons.ignore.test(steps)) expect([code, ...answersTo(code)]).toContain('ignore');
      if (buttons['keep-target'].test(steps)) expect([code, ...answersTo(code)]).toContain('keep-target');
      expect([code, buttons['take-over'].test(steps)]).toEqual([code, isOfJoined(code)]);
    }
  });

  it('names every answer that the page takes, except silence', () => {
    for (const code of codes)
      if (answersTo(code).includes('keep-target'))
        expect([code, buttons['keep-target'].test(stepsOf(code))]).toEqual([code, true]);
  });

  it('offers another try where one helps', () => {
    expect(codes.filter((code) => buttons.retry.test(stepsOf(code)))).toEqual([
      'absence-exists',
      'refused-by-personio',
      'refused-by-timetac',
    ]);
  });
});

describe('the page of a guide', () => {
  const page = guideAsMarkdown('username-exists');

  it('has titles, code and class, and both languages with numbered steps', () => {
    expect(page).toMatch(
      /^# User name exists already \/ Benutzername schon vergeben\n\nCode: `username-exists` · issue/u,
    );
    for (const heading of ['## English', '### Cause', '### What to do', '### Afterwards'])
      expect(page).toContain(`\n${heading}\n`);
    for (const heading of ['## Deutsch', '### Ursache', '### Was zu tun ist', '### Danach'])
      expect(page).toContain(`\n${heading}\n`);
    expect(page).toMatch(/\n1\. Tandem: .*\n2\. Under /u);
    expect(page.endsWith('.\n')).toBe(true);
  });

  it('lies in the folder of the documentation as the guides give it, and no other page does', () => {
    const folder = join(root, 'docs', 'issues');
    const there = new Map(
      readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
    );
    const pages = guidePages();
    expect([...there.keys()].sort()).toEqual([...pages.keys()].sort());
    for (const [name, text] of pages) expect([name, there.get(name)]).toEqual([name, text]);
  });

  it('is found in the index, once for every code', () => {
    const index = guidePages().get('README.md') ?? '';
    for (const code of codes) expect(index.split(`](${code}.md)`)).toHaveLength(2);
  });
});
