// What a sentence is told with: the finding's facts in the reader's form, and nothing where a fact is missing.

import type { Finding, FindingCode, Part } from './codes.ts';
import type { FactOf } from './facts.ts';
import { dateForm, datesInside, instantForm, type Language, numberForm } from './forms.ts';
import { onOneLine } from './plain.ts';
import { type Whose, movesForm, recordForm } from './record-form.ts';

/** Who the finding is about, as far as anybody knows. */
export interface Concerned {
  readonly employeeName: string | null;
  /** Names of absence types: none of them comes through in a vendor's own words (rule 0.10). */
  readonly absenceTypes?: readonly string[];
  /** Name of the TimeTac user. */
  readonly userName?: string | null;
}

export interface Telling<C extends FindingCode> {
  /** Name of the person, else the user's, else the id: fits after a preposition. */
  readonly who: string;
  /** ` on 2 Mar 2026`, ` from … to …`; empty without a date. Begins with a blank. */
  readonly when: string;
  readonly part: Part;
  /** Whether the finding concerns one person. */
  readonly hasPerson: boolean;
  /** Whether it names the person's user. */
  readonly hasUser: boolean;
  /** Records the finding stands for, at least 1. */
  readonly count: number;
  /** The fact in the reader's form, wrapped: `before` + fact + `after`; empty where it is missing. */
  fact(name: FactOf<C>, before?: string, after?: string): string;
  /** The fact in quotation marks, with a blank before it; empty where it is missing. */
  quoted(name: FactOf<C>): string;
  /** A date fact, wrapped like `fact`. */
  date(name: FactOf<C>, before?: string, after?: string): string;
  /** A period with its id, wrapped like `fact`. */
  period(whose: Whose, before?: string, after?: string): string;
  instant(name: FactOf<C>, before?: string, after?: string): string;
  /** One of two texts, by `count`; `#` in the second is the number. */
  many(one: string, several: string): string;
}

/** Longest texts: a name, a fact, and what may be long (a vendor's reason, a list of differences). */
export const mostName = 60;
export const mostFact = 120;
const mostProse = 400;
const prose = new Set(['vendorReason', 'differences']);

/** The finding in one language. An absence type never comes through, wherever it stands (rule 0.10). */
export function tellingOf<C extends FindingCode>(
  finding: Finding & { readonly code: C },
  about: Concerned,
  language: Language,
): Telling<C> {
  const { facts } = finding;
  const hide = hiderOf(finding.type === null ? [] : [finding.type], language);
  const hideAll = hiderOf([finding.type ?? '', ...(about.absenceTypes ?? [])], language);

  const text = (name: string): string => {
    const value = Object.hasOwn(facts, name) ? facts[name] : null;
    if (typeof value === 'number') return Number.isFinite(value) ? numberForm(value, language) : '';
    if (typeof value === 'boolean')
      return (language === 'de' ? ['nein', 'ja'] : ['no', 'yes'])[Number(value)] ?? '';
    if (typeof value !== 'string') return '';
    const line = onOneLine(
      (name === 'vendorReason' ? hideAll : hide)(value),
      prose.has(name) ? mostProse : mostFact,
    );
    // A vendor's words stay the vendor's words; everything else is ours to put into the reader's form.
    if (name === 'vendorReason') return line;
    return name === 'differences' ? movesForm(line, language) : datesInside(line, language);
  };
  return {
    who: whoIs(finding, about, language),
    when: whenIs(finding, language),
    part: finding.part,
    hasUser: finding.userId !== null,
    hasPerson: finding.employeeId !== null || finding.userId !== null,
    count: countOf(finding),
    fact: (name, before = '', after = '') => wrapped(text(name), before, after),
    quoted: (name) => wrapped(text(name), language === 'de' ? ' „' : ' “', language === 'de' ? '“' : '”'),
    date: (name, before = '', after = '') => wrapped(dateForm(text(name), language), before, after),
    period: (whose, before = '', after = '') => {
      const form = recordForm(finding, whose, language) || text(whose);
      const id = text(`${whose}Id`);
      return wrapped(
        [form, id === '' ? '' : `ID ${id}`].filter((piece) => piece !== '').join(', '),
        before,
        after,
      );
    },
    instant: (name, before = '', after = '') => {
      const value = facts[name] ?? '';
      const form = typeof value === 'boolean' ? '' : instantForm(value, text('zone'), language);
      return wrapped(form, before, after);
    },
    many: (one, several) => {
      const count = countOf(finding);
      return count > 1 ? several.replace('#', () => String(count)) : one;
    },
  };
}

const wrapped = (value: string, before: string, after: string): string =>
  value === '' ? '' : before + value + after;

function whoIs(finding: Finding, about: Concerned, language: Language): string {
  const name = onOneLine(about.employeeName ?? '', mostName) || onOneLine(about.userName ?? '', mostName);
  if (name !== '') return name;
  if (finding.employeeId !== null) {
    const id = onOneLine(finding.employeeId, mostName);
    return language === 'de' ? `Person ${id}` : `employee ${id}`;
  }
  if (finding.userId !== null) {
    const id = onOneLine(finding.userId, mostName);
    return language === 'de' ? `TimeTac-Benutzer ${id}` : `TimeTac user ${id}`;
  }
  return language === 'de' ? 'eine Person' : 'an employee';
}

function whenIs({ on, until }: Finding, language: Language): string {
  if (on === null) return '';
  const first = dateForm(onOneLine(on, 10), language);
  if (until === null || until === on) return language === 'de' ? ` am ${first}` : ` on ${first}`;
  const last = dateForm(onOneLine(until, 10), language);
  return language === 'de' ? ` vom ${first} bis ${last}` : ` from ${first} to ${last}`;
}

function countOf({ facts, covers }: Finding): number {
  const count = facts['count'];
  return Math.max(1, typeof count === 'number' && Number.isFinite(count) ? Math.round(count) : covers.length);
}

function hiderOf(types: readonly string[], language: Language): (text: string) => string {
  const patterns = types
    .map((type) => type.trim())
    .filter((name) => name !== '')
    // Of two names the longer one first: the shorter may be a part of it.
    .sort((a, b) => b.length - a.length)
    .map((name) => {
      const words = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
      // A short name ("A", "ZA") would be found inside every other word.
      return name.length > 3 ? words : `(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`;
    });
  if (patterns.length === 0) return (text) => text;
  const hidden = new RegExp(patterns.join('|'), 'giu');
  return (text) => text.replace(hidden, language === 'de' ? '[Art]' : '[type]');
}
