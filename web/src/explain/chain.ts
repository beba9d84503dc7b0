// The statements about a day, in the order in which a person asks: what holds for the person and the day, then for each
// part the way from TimeTac's rows over the rules to Personio and its answer, then what is open and what was decided.

import type { Answer, Part } from '../api/types.ts';

export type Statement = Answer<'explainDay'>['statements'][number];
export type Link = Extract<Statement['about'], 'source' | 'rule' | 'target' | 'answer'>;

export interface PartStory {
  readonly part: Part;
  readonly chain: Readonly<Record<Link, readonly Statement[]>>;
  readonly issues: readonly Statement[];
  readonly decisions: readonly Statement[];
}

export interface Story {
  /** As of which run. */
  readonly run: readonly Statement[];
  readonly person: readonly Statement[];
  /** What holds for the whole day, whatever the part. */
  readonly general: readonly Statement[];
  /** Attendances and absences always; employees where there is something to say. */
  readonly parts: readonly PartStory[];
}

export const links: readonly Link[] = ['source', 'rule', 'target', 'answer'];

export function storyOf(statements: readonly Statement[]): Story {
  const about = (wanted: Statement['about']): readonly Statement[] =>
    statements.filter((statement) => statement.about === wanted);
  const parts = (['attendances', 'absences', 'employees'] as const).map((part) => partOf(part, statements));
  return {
    run: about('run'),
    person: about('person'),
    general: statements.filter((one) => one.part === null && one.about !== 'run' && one.about !== 'person'),
    parts: parts.filter((story) => story.part !== 'employees' || !isSilent(story)),
  };
}

/** Nothing at all is known of the part on this day. */
export function isSilent({ chain, issues, decisions }: PartStory): boolean {
  return [...links.map((link) => chain[link]), issues, decisions].every((said) => said.length === 0);
}

function partOf(part: Part, statements: readonly Statement[]): PartStory {
  const about = (wanted: Statement['about']): readonly Statement[] =>
    statements.filter((statement) => statement.part === part && statement.about === wanted);
  return {
    part,
    chain: {
      source: about('source'),
      rule: about('rule'),
      target: about('target'),
      answer: about('answer'),
    },
    issues: about('issue'),
    decisions: about('decision'),
  };
}

/** `7f3c9d10…`: enough to tell ids apart on a button; the whole one stands in the sentence. */
export function shortId(id: string): string {
  return id.length > 14 ? `${id.slice(0, 8)}…` : id;
}

/** Trace ids that a sentence names, each once: Personio's support asks for them. */
export function traceIdsIn(text: string): readonly string[] {
  const named = [...text.matchAll(/trace[ -]id:? ([^\s)“”"]*\d[^\s)“”"]*)/gi)].map(([, id]) =>
    (id ?? '').replace(/[.,;:]+$/, ''),
  );
  return [...new Set(named)];
}
