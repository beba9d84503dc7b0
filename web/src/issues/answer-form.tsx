// The answers to one issue, as buttons with what they mean.

import { Button, Group, List, Stack, Text, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { useDo } from '../api/use.ts';
import { nameOf } from '../runs/actions.ts';
import { useReread } from '../runs/reread.ts';
import { StatusLine } from '../runs/status-line.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { WordBadge } from '../ui/state-badge.tsx';
import type { IssueAnswer } from '../words/issues.ts';
import { answerMeaningWords, answerWords, issueWords } from '../words/issues.ts';
import { useSay } from '../words/say.ts';
import type { Answerable } from './answers.ts';
import { answersTo } from './answers.ts';

export interface AnswerFormProps {
  readonly integrationId: string;
  readonly issue: Answerable;
  /** What was answered since the issue was last judged. */
  readonly given: IssueAnswer | undefined;
  readonly onAnswered: (issueId: string, answer: IssueAnswer) => void;
}

export function AnswerForm({ integrationId, issue, given, onAnswered }: AnswerFormProps): ReactNode {
  const say = useSay();
  const reread = useReread(integrationId);
  const labelId = useId();
  const [shown, setShown] = useState(false);
  const send = useDo('answerIssue', {
    onDone: (_, { body }) => {
      onAnswered(issue.id, body.answer);
      reread();
    },
  });
  const answers = answersTo(issue);
  const words = answerWords[issue.part];
  if (answers.length === 0) {
    return null;
  }
  return (
    <Stack gap={6}>
      <VisuallyHidden id={labelId}>
        {say(issueWords.answersFor, { who: nameOf(issue.employee) ?? say(issueWords.anyone) })}
      </VisuallyHidden>
      <Group gap="xs" role="group" aria-labelledby={labelId}>
        {answers.map((answer) => (
          <Button
            key={answer}
            size="xs"
            variant={given === answer ? 'light' : 'default'}
            aria-pressed={given === answer}
            loading={send.isPending && send.variables.body.answer === answer}
            disabled={send.isPending}
            onClick={() =>
              send.mutate({ params: { id: integrationId, issueId: issue.id }, body: { answer } })
            }
          >
            {say(words[answer])}
          </Button>
        ))}
        <Button size="compact-xs" variant="subtle" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {say(issueWords.meanings)}
        </Button>
      </Group>
      {shown ? (
        <List size="sm">
          {answers.map((answer) => (
            <List.Item key={answer}>
              <Text span size="sm" fw={600}>
                {say(words[answer])}:
              </Text>{' '}
              {say(answerMeaningWords[issue.part][answer])}
            </List.Item>
          ))}
        </List>
      ) : null}
      <StatusLine>
        {given === undefined ? null : (
          <WordBadge look={['green', 'check']}>
            {say(issueWords.answered, { answer: say(words[given]) })}
          </WordBadge>
        )}
      </StatusLine>
      {send.isError ? <Trouble of={send.error} /> : null}
    </Stack>
  );
}
