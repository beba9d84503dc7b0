// Answering one issue: what can be answered, and the answer that was given.

import { Stack, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { useDo } from '../api/use.ts';
import { nameOf } from '../runs/actions.ts';
import { useReread } from '../runs/reread.ts';
import { Trouble } from '../ui/trouble.tsx';
import type { GivenAnswer, IssueAnswer } from '../words/issues.ts';
import { issueWords } from '../words/issues.ts';
import { useSay } from '../words/say.ts';
import { AnswerButtons } from './answer-buttons.tsx';
import type { Answerable } from './answers.ts';
import { answersTo } from './answers.ts';
import { GivenAnswerLine } from './given-answer.tsx';

export interface AnswerFormProps {
  readonly integrationId: string;
  readonly issue: Answerable;
  /** What was answered since the issue was last judged; null: nothing. */
  readonly given: string | null;
  readonly decisions: readonly GivenAnswer[];
  /** Without it the given answer is shown only. */
  readonly mayAnswer: boolean;
  /** null: the answer was taken back. */
  readonly onAnswered: (issueId: string, answer: IssueAnswer | null) => void;
}

export function AnswerForm(props: AnswerFormProps): ReactNode {
  const { integrationId, issue, given, decisions, mayAnswer, onAnswered } = props;
  const say = useSay();
  const reread = useReread(integrationId);
  const labelId = useId();
  const send = useDo('answerIssue', {
    onDone: (_, { body }) => {
      onAnswered(issue.id, body.answer);
      reread();
    },
  });
  if (answersTo(issue).length === 0 || (!mayAnswer && given === null)) {
    return null;
  }
  return (
    <Stack gap={6}>
      <VisuallyHidden id={labelId}>
        {say(issueWords.answersFor, { who: nameOf(issue.employee) ?? say(issueWords.anyone) })}
      </VisuallyHidden>
      {mayAnswer ? (
        <AnswerButtons
          issue={issue}
          given={given}
          sending={send.isPending ? send.variables.body.answer : null}
          labelledBy={labelId}
          onAnswer={(answer) =>
            send.mutate({ params: { id: integrationId, issueId: issue.id }, body: { answer } })
          }
        />
      ) : null}
      <GivenAnswerLine
        integrationId={integrationId}
        issue={issue}
        given={given}
        decisions={decisions}
        mayTakeBack={mayAnswer}
        onTakenBack={(issueId) => onAnswered(issueId, null)}
      />
      {send.isError ? <Trouble of={send.error} /> : null}
    </Stack>
  );
}
