// Issues by cause with their answers. What was answered here is remembered until the next run has judged anew: an order
// to try again or to take over is kept nowhere else.

import type { ReactNode } from 'react';
import { useState } from 'react';
import type { GivenAnswer, IssueAnswer } from '../words/issues.ts';
import { AnswerForm } from './answer-form.tsx';
import type { Answerable } from './answers.ts';
import { BulkAnswer } from './bulk-answer.tsx';
import { CauseGroup } from './cause-group.tsx';
import { byCause } from './causes.ts';
import { LineBody } from './line-body.tsx';
import { PlaceLink } from './place-link.tsx';

export interface OpenIssuesProps {
  readonly integrationId: string;
  readonly issues: readonly Answerable[];
  /** Every answer that was given. */
  readonly decisions: readonly GivenAnswer[];
  readonly mayAnswer: boolean;
  readonly anchored?: boolean;
}

export function OpenIssues(props: OpenIssuesProps): ReactNode {
  const { integrationId, issues, decisions, mayAnswer, anchored = false } = props;
  const [given, setGiven] = useState<ReadonlyMap<string, IssueAnswer | null>>(new Map());
  const remember = (ids: readonly string[], answer: IssueAnswer | null): void =>
    setGiven((before) => new Map([...before, ...ids.map((id) => [id, answer] as const)]));
  return byCause(issues).map((cause) => (
    <CauseGroup
      key={cause.code}
      cause={cause}
      anchored={anchored}
      tools={
        <>
          <PlaceLink integrationId={integrationId} code={cause.code} />
          {mayAnswer ? (
            <BulkAnswer integrationId={integrationId} cause={cause} onAnswered={remember} />
          ) : null}
        </>
      }
    >
      {(issue) => (
        <LineBody line={issue} since={issue.since ?? null}>
          <AnswerForm
            integrationId={integrationId}
            issue={issue}
            given={given.has(issue.id) ? (given.get(issue.id) ?? null) : (issue.given ?? null)}
            decisions={decisions}
            mayAnswer={mayAnswer}
            onAnswered={(id, answer) => remember([id], answer)}
          />
        </LineBody>
      )}
    </CauseGroup>
  ));
}
