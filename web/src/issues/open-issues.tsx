// Issues by cause with their answers. What was answered here is remembered until the next run has judged anew.

import type { ReactNode } from 'react';
import { useState } from 'react';
import type { IssueAnswer } from '../words/issues.ts';
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
  readonly mayAnswer: boolean;
  readonly anchored?: boolean;
}

export function OpenIssues({
  integrationId,
  issues,
  mayAnswer,
  anchored = false,
}: OpenIssuesProps): ReactNode {
  const [given, setGiven] = useState<ReadonlyMap<string, IssueAnswer>>(new Map());
  const remember = (ids: readonly string[], answer: IssueAnswer): void =>
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
        <LineBody line={issue}>
          {mayAnswer ? (
            <AnswerForm
              integrationId={integrationId}
              issue={issue}
              given={given.get(issue.id)}
              onAnswered={(id, answer) => remember([id], answer)}
            />
          ) : null}
        </LineBody>
      )}
    </CauseGroup>
  ));
}
