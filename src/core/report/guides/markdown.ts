// A guide as a page of the documentation, in both languages.

import { type FindingCode, findingClasses } from '../codes.ts';
import type { Language } from '../forms.ts';
import { titles } from '../render.ts';
import type { Place, Texts } from './guide.ts';
import { guides } from './guides.ts';

/** One page in Markdown: titles, code and class, the guide in English and in German. Ends with a line break. */
export function guideAsMarkdown(code: FindingCode): string {
  const { en, de } = titles[code];
  return pageOf(
    `# ${en} / ${de}`,
    `Code: \`${code}\` · ${classWords[findingClasses[code]]}`,
    ...languageParts(code, 'en'),
    ...languageParts(code, 'de'),
  );
}

/** Blocks, with an empty line between any two. */
export const pageOf = (...blocks: readonly string[]): string => `${blocks.join('\n\n')}\n`;

export const classWords = {
  issue: 'issue / Meldung',
  hold: 'hold / wartet',
  note: 'note / Hinweis',
} as const satisfies Record<(typeof findingClasses)[FindingCode], string>;

const headings = {
  en: { language: 'English', cause: 'Cause', ways: 'What to do', afterwards: 'Afterwards', at: 'in' },
  de: { language: 'Deutsch', cause: 'Ursache', ways: 'Was zu tun ist', afterwards: 'Danach', at: 'in' },
} as const satisfies Record<Language, Record<string, string>>;

const places = {
  personio: 'Personio',
  timetac: 'TimeTac',
  tandem: 'Tandem',
} as const satisfies Record<Place, string>;

function languageParts(code: FindingCode, language: Language): string[] {
  const { cause, ways, afterwards } = guides[code];
  const words = headings[language];
  return [
    `## ${words.language}`,
    `### ${words.cause}`,
    ...cause[language].map(escaped),
    `### ${words.ways}`,
    ...ways.flatMap(({ title, place, steps }) => [
      `**${escaped(title[language])}** (${words.at} ${places[place]})`,
      numbered(steps, language),
    ]),
    `### ${words.afterwards}`,
    escaped(afterwards[language]),
  ];
}

const numbered = (steps: Texts, language: Language): string =>
  steps[language].map((step, index) => `${index + 1}. ${escaped(step)}`).join('\n');

/** Guides are plain text: what Markdown would take for markup is shown as it is. */
const escaped = (text: string): string => text.replace(/[\\`*_<>[\]]/g, String.raw`\$&`);
