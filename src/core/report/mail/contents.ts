// What each kind of mail says.

import { numberForm } from '../forms.ts';
import { titles } from '../render.ts';
import { refusalWords } from '../refusal-words.ts';
import type { ReportLine, RunReport } from '../run-report.ts';
import type { Bilingual } from '../words.ts';
import type { Block, Link } from './blocks.ts';
import type { LetterFacts } from './letter.ts';
import {
  dayWords,
  expirySentence,
  mailWords,
  moreSentence,
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
    blocks: [...blocks, { kind: 'small', text: say(mailWords.footer) }],
    withTable,
  });
  switch (mail.kind) {
    case 'reconnect':
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
      return made(
        subjects.decision,
        [
          paragraph(say(mailWords.decision)),
          ...(report === null || report.refusal === null
            ? []
            : [paragraph(say(refusalWords(report.refusal)))]),
          ...button(facts, say(mailWords.toRun), `runs/${report?.run.id ?? ''}`),
          ...reportBlocks(facts, newIn(report)),
        ],
        true,
      );
    case 'report':
      return made(
        subjects.report(newIn(report).size, solvedIn(report).length, report?.issues.length ?? 0),
        [...reportBlocks(facts, newIn(report)), ...button(facts, say(mailWords.openPage), 'issues')],
        true,
      );
    case 'digest':
      return made(
        subjects.digest(report?.issues.length ?? 0),
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

function digestBlocks(facts: LetterFacts): Block[] {
  const { mail, day, report } = facts;
  const { language } = mail;
  const open = report?.issues.length ?? 0;
  const figures: Block[] =
    day === null
      ? []
      : [
          paragraph(dayWords.last24[language]),
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
  const well = open === 0 ? [paragraph(mailWords.allWell[language])] : [];
  return [...well, ...figures, ...issueBlocks(facts, new Set(day?.newIds))];
}

function reportBlocks(facts: LetterFacts, news: ReadonlySet<string>): Block[] {
  const { mail, report, zone } = facts;
  const { language } = mail;
  if (report === null) return [paragraph(mailWords.noRun[language])];
  const { writes, finishedAt } = report.run;
  return [
    paragraph(runSentence(finishedAt, writes.personio + writes.timetac, zone, language)),
    ...(report.issues.length === 0 ? [paragraph(mailWords.allWell[language])] : []),
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
