// The answers to one issue as buttons: each beside a sentence that says what will happen, or all in a row with the
// sentences folded away.

import { Button, Group, List, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import type { IssueAnswer } from '../words/issues.ts';
import { answerWords, issueWords } from '../words/issues.ts';
import { useSay } from '../words/say.ts';
import type { Answerable } from './answers.ts';
import { answersTo, meaningOf } from './answers.ts';

export interface AnswerButtonsProps {
  readonly issue: Answerable;
  readonly given: string | null;
  /** The answer that is on its way. */
  readonly sending: IssueAnswer | null;
  readonly labelledBy: string;
  readonly onAnswer: (answer: IssueAnswer) => void;
}

/** Two records beside each other want the sentences at once. */
export function AnswerButtons(props: AnswerButtonsProps): ReactNode {
  return props.issue.sides === null ? <InARow {...props} /> : <WithSentences {...props} />;
}

function WithSentences(props: AnswerButtonsProps): ReactNode {
  const say = useSay();
  const sentenceId = useId();
  return (
    <Stack gap={8} role="group" aria-labelledby={props.labelledBy}>
      {answersTo(props.issue).map((answer) => (
        <Group key={answer} gap="sm">
          <OneAnswer {...props} answer={answer} describedBy={`${sentenceId}-${answer}`} />
          <Text size="sm" flex="1 1 260px" id={`${sentenceId}-${answer}`}>
            {say(meaningOf(props.issue, answer))}
          </Text>
        </Group>
      ))}
    </Stack>
  );
}

function InARow(props: AnswerButtonsProps): ReactNode {
  const say = useSay();
  const [shown, setShown] = useState(false);
  const { issue } = props;
  const answers = answersTo(issue);
  return (
    <>
      <Group gap="xs" role="group" aria-labelledby={props.labelledBy}>
        {answers.map((answer) => (
          <OneAnswer key={answer} {...props} answer={answer} />
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
                {say(answerWords[issue.part][answer])}:
              </Text>{' '}
              {say(meaningOf(issue, answer))}
            </List.Item>
          ))}
        </List>
      ) : null}
    </>
  );
}

interface OneAnswerProps extends AnswerButtonsProps {
  readonly answer: IssueAnswer;
  readonly describedBy?: string;
}

function OneAnswer({ issue, given, sending, onAnswer, answer, describedBy }: OneAnswerProps): ReactNode {
  const say = useSay();
  return (
    <Button
      size="xs"
      miw={describedBy === undefined ? undefined : 216}
      variant={given === answer ? 'light' : 'default'}
      aria-pressed={given === answer}
      style={given === answer ? noHover : {}}
      aria-describedby={describedBy}
      loading={sending === answer}
      disabled={sending !== null}
      onClick={() => onAnswer(answer)}
    >
      {say(answerWords[issue.part][answer])}
    </Button>
  );
}

/** The colour of hovering would be too near to the text's. */
const noHover = { '--button-hover': 'var(--mantine-color-blue-light)' };
