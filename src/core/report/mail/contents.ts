// What each kind of mail says.

import { type Language, numberForm } from '../forms.ts';
import { titles } from '../render.ts';
import { refusalWords } from '../refusal-words.ts';
import type { ReportLine, RunReport } from '../run-report.ts';
import type { Bilingual } from '../words.ts';
import type { Block, Link } from './blocks.ts';
import type { LetterFacts } from './letter.ts';
import {
  daySentence,
  dayWords,
  expirySentence,
  mailWords,
  moreSentence,
  pausedSentence,
  runSentence,
  silenceSentence,
  subjects,
} from './words.ts';

export interface Content {
  readonly subject: string;
  readonly blocks: readonly Block[];
  /** Whether the report's lines are attached as a table. */
  readonly withTable: boolean;
}

export function contentOf(facts: LetterFacts): Content {
  const { mail, name, report } = facts;
  const { language } = mail;
  const say = (words: Bilingual): string => words[language];
  const made = (
    subject: (name: string, language: 'en' | 'de') => string,
    blocks: readonly Block[],
    withTable: boolean,
  ): Content => ({
    subject: subject(name, language),
    blocks: [...blocks, { kind: 'small', text: say(footerOf(facts)) }],
    withTable,
  });
  switch (mail.kind) {
    case 'reconnect':
      if (mail.facts['why'] === 'form-has-mistakes')
        return made(
          subjects.incomplete,
          [paragraph(say(mailWords.incomplete)), ...button(facts, say(mailWords.openPage), '')],
          false,
        );
      if (mail.facts['why'] === 'credentials-missing')
        return made(
          subjects.noCredentials,
          [
            paragraph(say(mailWords.noCredentials)),
            ...button(facts, say(mailWords.toStep), 'set-up/credentials'),
          ],
          false,
        );
      return made(
        subjects.reconnect,
        [
          paragraph(say(mailWords.reconnect)),
          ...button(facts, say(mailWords.toStep), 'set-up/credentials'),
          ...reportBlocks(facts, newIn(report)),
        ],
        true,
      );
    case 'decision':
      return made(subjects.decision, reportBlocks(facts, newIn(report)), true);
    case 'report':
      return made(
        report !== null && report.refusal !== null
          ? subjects.decision
          : subjects.report(newIn(report).size, solvedIn(report).length, report?.issues.length ?? 0),
        [...reportBlocks(facts, newIn(report)), ...button(facts, say(mailWords.openPage), 'issues')],
        true,
      );
    case 'digest':
      return made(
        digestSubject(facts),
        [...digestBlocks(facts), ...button(facts, say(mailWords.openPage), 'issues')],
        true,
      );
    case 'silence':
      return made(
        subjects.silence(numberForm(numberIn(mail.facts['hours']), language)),
        [
          paragraph(silenceSentence(numberIn(mail.facts['since']), facts.zone, language)),
          paragraph(say(mailWords.silenceHint)),
          ...button(facts, say(mailWords.openPage), ''),
        ],
        false,
      );
    case 'expiry':
      return made(
        subjects.expiry(String(mail.facts['expiresOn'])),
        [
          paragraph(expirySentence(String(mail.facts['expiresOn']), language)),
          paragraph(say(mailWords.expiryHint)),
          ...button(facts, say(mailWords.toStep), 'set-up/credentials'),
        ],
        false,
      );
    case 'test':
      return made(subjects.test, [paragraph(say(mailWords.test))], false);
    default:
      return mail.kind satisfies never;
  }
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const numberIn = (fact: unknown): number => (typeof fact === 'number' ? fact : 0);

const newIn = (report: RunReport | null): ReadonlySet<string> =>
  new Set(report?.issues.flatMap((line) => (line.new ? [line.id] : [])));
const solvedIn = (report: RunReport | null) => report?.solved.filter(({ why }) => why === 'solved') ?? [];

/** Whose word the recipients are; a test goes where somebody typed. */
function footerOf({ mail, isOfFile }: LetterFacts): Bilingual {
  if (mail.kind === 'test') return mailWords.noTypes;
  return isOfFile ? mailWords.footerOfFile : mailWords.footer;
}

function digestSubject({ report, day, brokeOff }: LetterFacts): (name: string, language: Language) => string {
  if (report === null) return brokeOff ? subjects.brokeOff : subjects.noRun;
  if (report.refusal !== null) return subjects.decision;
  if (report.issues.length > 0) return subjects.digest(report.issues.length);
  if (brokeOff) return subjects.brokeOff;
  return day !== null && day.paused.length > 0 ? subjects.paused : subjects.digest(0);
}

/** What stands above all lines. Nobody reads that all is well while a plan waits for a person or nothing runs. */
function standingBlocks(facts: LetterFacts): Block[] {
  const { mail, report, day, brokeOff } = facts;
  const { language } = mail;
  const paused = day?.paused ?? [];
  const warnings: Block[] = [
    ...(report === null && !brokeOff ? [paragraph(mailWords.noRun[language])] : []),
    ...(report === null || report.refusal === null
      ? []
      : [
          paragraph(mailWords.decision[language]),
          paragraph(refusalWords(report.refusal)[language]),
          ...button(facts, mailWords.toRun[language], `runs/${report.run.id}`),
        ]),
    ...(brokeOff ? [paragraph(mailWords.brokeOff[language])] : []),
    ...(paused.length === 0 ? [] : [paragraph(pausedSentence(paused, language))]),
  ];
  const isWell = warnings.length === 0 && report?.issues.length === 0;
  return isWell ? [paragraph(mailWords.allWell[language])] : warnings;
}

function digestBlocks(facts: LetterFacts): Block[] {
  const { mail, day, report } = facts;
  const { language } = mail;
  const open = report?.issues.length ?? 0;
  const figures: Block[] =
    day === null
      ? []
      : [
          paragraph(daySentence(day.since, facts.zone, language)),
          {
            kind: 'figures',
            rows: (
              [
                [dayWords.runs, day.runs],
                [dayWords.failed, day.failed],
                [dayWords.writes, day.writes],
                [dayWords.news, day.newIds.length],
                [dayWords.solved, day.solved],
                [dayWords.open, open],
              ] as const
            ).map(([label, value]) => [label[language], numberForm(value, language)]),
          },
        ];
  return [...standingBlocks(facts), ...figures, ...issueBlocks(facts, new Set(day?.newIds))];
}

function reportBlocks(facts: LetterFacts, news: ReadonlySet<string>): Block[] {
  const { mail, report, zone } = facts;
  const { language } = mail;
  if (report === null) return standingBlocks(facts);
  const { writes, finishedAt } = report.run;
  return [
    paragraph(runSentence(finishedAt, writes.personio + writes.timetac, zone, language)),
    ...standingBlocks(facts),
    ...issueBlocks(facts, news),
    ...section(
      facts,
      mailWords.solvedIssues,
      report.solved.filter(({ why }) => why === 'solved'),
      true,
    ),
    ...section(
      facts,
      mailWords.notWatched,
      report.solved.filter(({ why }) => why === 'not-watched'),
      true,
    ),
  ];
}

function issueBlocks(facts: LetterFacts, news: ReadonlySet<string>): Block[] {
  const issues = facts.report?.issues ?? [];
  return [
    ...section(
      facts,
      mailWords.newIssues,
      issues.filter(({ id }) => news.has(id)),
      false,
    ),
    ...section(
      facts,
      mailWords.openIssues,
      issues.filter(({ id }) => !news.has(id)),
      false,
    ),
  ];
}

/** Lines of one cause that stand in the mail itself; the table has them all. */
const mostLines = 10;

function section(
  facts: LetterFacts,
  heading: Bilingual,
  lines: readonly ReportLine[],
  isSolved: boolean,
): Block[] {
  const { language } = facts.mail;
  if (lines.length === 0) return [];
  const byCode = new Map<ReportLine['code'], ReportLine[]>();
  for (const line of lines) byCode.set(line.code, [...(byCode.get(line.code) ?? []), line]);
  return [
    { kind: 'heading', text: `${heading[language]} (${lines.length})` },
    ...[...byCode].map(
      ([code, own]): Block => ({
        kind: 'cause',
        title: titles[code][language],
        count: own.length,
        help: isSolved ? null : helpLink(facts, code),
        lines: own.slice(0, mostLines).map((line) => ({
          what: line.message[language],
          next: isSolved ? null : line.action[language],
          link: isSolved ? null : linkTo(facts, mailWords.toIssue[language], `issues#issue-${line.id}`),
        })),
        more: own.length > mostLines ? moreSentence(own.length - mostLines, language) : null,
      }),
    ),
  ];
}

function helpLink({ page, mail }: LetterFacts, code: string): Link | null {
  return page === null
    ? null
    : { text: mailWords.help[mail.language], url: `${page.url}/help/${encodeURIComponent(code)}` };
}

function linkTo({ page }: LetterFacts, text: string, path: string): Link | null {
  if (page === null) return null;
  return { text, url: `${page.url}/integrations/${encodeURIComponent(page.setupId)}/${path}` };
}

function button(facts: LetterFacts, text: string, path: string): Block[] {
  const link = linkTo(facts, text, path);
  return link === null ? [] : [{ kind: 'button', link }];
}
