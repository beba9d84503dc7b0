// The one place where a finding becomes words: what happened and why, and what to do next, in both languages.

import type { Finding, FindingCode } from './codes.ts';
import type { Language } from './forms.ts';
import { absenceSentences } from './sentences/absences.ts';
import { accountSentences } from './sentences/accounts.ts';
import { attendanceSentences } from './sentences/attendances.ts';
import { conflictSentences } from './sentences/conflicts.ts';
import { matchingSentences } from './sentences/matching.ts';
import type { SentenceTable, Sentences, TwoSentences } from './sentences/table.ts';
import { vendorSentences } from './sentences/vendors.ts';
import { type Concerned, tellingOf } from './telling.ts';
import type { Bilingual } from './words.ts';

export type { Concerned } from './telling.ts';
export type { Bilingual } from './words.ts';

export interface Rendered {
  /** What happened, and why. */
  readonly message: Bilingual;
  /** What to do next. */
  readonly action: Bilingual;
}

const sentences: SentenceTable<FindingCode> = {
  ...accountSentences,
  ...matchingSentences,
  ...absenceSentences,
  ...attendanceSentences,
  ...conflictSentences,
  ...vendorSentences,
};

/** A short headline per code, for lists, mails and documentation. */
export const titles = Object.fromEntries(
  Object.entries(sentences).map(([code, { title }]) => [code, title]),
) as Readonly<Record<FindingCode, Bilingual>>;

/**
 * Words for a finding. Facts that are missing are left out of the sentence; `facts.ts` says which facts a code takes.
 * An absence type is never part of a sentence (rule 0.10), even where a vendor's reason names it. Each text is one
 * line of plain text: escaping for HTML, mail or CSV is the business of whoever writes it there.
 */
export function renderFinding(finding: Finding, context: Concerned): Rendered {
  const en = tell(finding, context, 'en');
  const de = tell(finding, context, 'de');
  return { message: { en: en[0], de: de[0] }, action: { en: en[1], de: de[1] } };
}

function tell(finding: Finding, context: Concerned, language: Language): TwoSentences {
  // TypeScript does not see that an entry looked up by a code is the entry of that code.
  const entry = sentences[finding.code] as unknown as Sentences<FindingCode>;
  const [what, next] = entry[language](tellingOf(finding, context, language));
  return [tidy(what), tidy(next)];
}

/** A capital at the beginning, one stop at the end; a reason that brings its own stop does not make it two. */
function tidy(sentence: string): string {
  const text = sentence.trim().replace(/([.!?…][”“]?)\.(?=\s|$)/gu, '$1');
  const ended = /[.!?…][”“]?$/u.test(text) ? text : `${text}.`;
  return ended.charAt(0).toUpperCase() + ended.slice(1);
}
