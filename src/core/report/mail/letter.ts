// A mail in words: what it says as blocks, then as plain text and as HTML. Absence types are no part of it (rule 0.10):
// sentences never name them, and the attached table leaves their column out.

import type { Part } from '../codes.ts';
import { renderCsv } from '../csv.ts';
import type { Language } from '../forms.ts';
import type { OwedMail } from '../mailing.ts';
import { dateIn, type Instant, type Zone } from '../../time/calendar.ts';
import { onOneLine } from '../plain.ts';
import type { RunReport } from '../run-report.ts';
import { contentOf } from './contents.ts';
import { asHtml } from './html.ts';
import { asText } from './text.ts';

export interface LetterFacts {
  readonly mail: Pick<OwedMail, 'kind' | 'language' | 'facts' | 'createdAt'>;
  /** Of the integration. */
  readonly name: string;
  /** Clock times are told in this zone. */
  readonly zone: Zone;
  /** Where links lead; null where people cannot reach the page. */
  readonly page: { readonly url: string; readonly setupId: string } | null;
  /** Where recipients are named: in a configuration file, or on the page. */
  readonly isOfFile: boolean;
  /** Of the run it tells of, or the newest that came to its end; null: none has. */
  readonly report: RunReport | null;
  /** A newer run than that one broke off. */
  readonly brokeOff: boolean;
  /** What a digest sums up; null for other mails. */
  readonly day: DayFigures | null;
}

export interface DayFigures {
  /** Where the day begins. */
  readonly since: Instant;
  readonly runs: number;
  readonly failed: number;
  readonly writes: number;
  readonly solved: number;
  /** Issues told for the first time within the day. */
  readonly newIds: readonly string[];
  /** Parts that are paused now. */
  readonly paused: readonly Part[];
}

export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Attached; null: there is nothing to list. */
  readonly table: { readonly fileName: string; readonly text: string } | null;
}

/** Longest name of an integration in a subject. */
const mostName = 60;

export function writeLetter(facts: LetterFacts): Letter {
  const { language } = facts.mail;
  const content = contentOf({ ...facts, name: onOneLine(facts.name, mostName) });
  const { subject, blocks } = content;
  return {
    subject: onOneLine(subject, 200),
    text: asText(blocks),
    html: asHtml(subject, blocks, language),
    table: content.withTable && facts.report !== null ? tableOf(facts.report, facts.zone, language) : null,
  };
}

function tableOf(report: RunReport, zone: Zone, language: Language): Letter['table'] {
  const lines = report.issues.length + report.holds.length + report.notes.length + report.solved.length;
  if (lines === 0) return null;
  return {
    fileName: `tandem-${dateIn(Date.parse(report.run.finishedAt), zone)}.csv`,
    text: renderCsv(report, language, { types: false, solved: true }),
  };
}
