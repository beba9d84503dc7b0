// One answer for all issues of a cause, after a question.

import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDo } from '../api/use.ts';
import { useReread } from '../runs/reread.ts';
import { StatusLine } from '../runs/status-line.tsx';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { titleOf } from '../words/codes.ts';
import type { IssueAnswer } from '../words/issues.ts';
import { answerWords, ignoreAllWords, issueWords } from '../words/issues.ts';
import { useFormat, useSay } from '../words/say.ts';
import type { Answerable } from './answers.ts';
import { commonAnswers, meaningOf } from './answers.ts';
import type { Cause } from './causes.ts';

export interface BulkAnswerProps {
  readonly integrationId: string;
  readonly cause: Cause<Answerable>;
  readonly onAnswered: (issueIds: readonly string[], answer: IssueAnswer) => void;
}

export function BulkAnswer({ integrationId, cause, onAnswered }: BulkAnswerProps): ReactNode {
  const say = useSay();
  const { count } = useFormat();
  const reread = useReread(integrationId);
  const { code, lines } = cause;
  const seen = lines.map(({ id }) => id);
  const send = useDo('answerIssue', {
    onDone: (_, { body }) => {
      onAnswered(seen, body.answer);
      reread();
    },
  });
  const answers = lines.length < 2 ? [] : commonAnswers(lines);
  const part = lines[0]?.part ?? 'attendances';
  const named = (answer: IssueAnswer): string =>
    say(answer === 'ignore' ? ignoreAllWords : answerWords[part][answer]);
  if (answers.length === 0) {
    return null;
  }
  return (
    <Stack gap={6}>
      <Group gap="xs" role="group" aria-label={say(issueWords.bulkFor, { cause: say(titleOf(code)) })}>
        <Text size="sm">{say(issueWords.bulkTitle, { n: lines.length })}</Text>
        {answers.map((answer) => (
          <ConfirmButton
            key={answer}
            size="compact-sm"
            variant="default"
            color="blue"
            loading={send.isPending && send.variables.body.answer === answer}
            question={say(issueWords.bulkSure, {
              answer: named(answer),
              n: lines.length,
              cause: say(titleOf(code)),
            })}
            consequence={say(meaningOf({ code, part }, answer))}
            confirm={say(issueWords.bulkConfirm)}
            onConfirm={() =>
              send.mutate({
                params: { id: integrationId, issueId: code },
                body: { answer, seen },
              })
            }
          >
            {named(answer)}
          </ConfirmButton>
        ))}
      </Group>
      <StatusLine>
        {send.data === undefined ? null : (
          <Text size="sm">{count(send.data.records, issueWords.answeredOne, issueWords.answeredMany)}</Text>
        )}
      </StatusLine>
      {send.isError ? <Trouble of={send.error} /> : null}
    </Stack>
  );
}
