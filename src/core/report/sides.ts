// Both records of a conflict, side by side: what TimeTac says (as Tandem wrote or would write it), and what stands in
// Personio.

import { canBeAnswered } from './answers.ts';
import type { Finding } from './codes.ts';
import type { Language } from './forms.ts';
import { type Whose, recordForm } from './record-form.ts';
import type { Bilingual } from './words.ts';

export interface Sides {
  /** null: nothing (any more). */
  readonly timetac: Bilingual | null;
  readonly personio: Bilingual | null;
  /** When Personio's record was last changed there, as ISO text; Personio does not tell by whom. */
  readonly changedAt: string | null;
}

/** null where no two records disagree. */
export function sidesOf(finding: Finding): Sides | null {
  if (!canBeAnswered(finding.code)) return null;
  const { theirsChangedAt } = finding.facts;
  return {
    timetac: finding.code === 'source-gone-but-adopted' ? null : recordText(finding, 'ours'),
    personio: finding.code === 'deleted-in-target' ? null : recordText(finding, 'theirs'),
    changedAt: typeof theirsChangedAt === 'number' ? new Date(theirsChangedAt).toISOString() : null,
  };
}

function recordText(finding: Finding, whose: Whose): Bilingual | null {
  const inLanguage = (language: Language): string =>
    recordForm(finding, whose, language) ||
    (typeof finding.facts[whose] === 'string' ? finding.facts[whose] : '');
  const text = { en: inLanguage('en'), de: inLanguage('de') };
  return text.en === '' ? null : text;
}
