// The answer that an issue has, until the next run carries it out; it can be taken back.

import { Anchor, Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDo } from '../api/use.ts';
import { useReread } from '../runs/reread.ts';
import { StatusLine } from '../runs/status-line.tsx';
import { WordBadge } from '../ui/state-badge.tsx';
import { Trouble } from '../ui/trouble.tsx';
import type { GivenAnswer } from '../words/issues.ts';
import { issueWords as words } from '../words/issues.ts';
import { useSay } from '../words/say.ts';
import type { Answerable } from './answers.ts';
import { decisionFor, wordsOfGiven } from './answers.ts';
import { answersAnchor } from './given-answers.tsx';

export interface GivenAnswerProps {
  readonly integrationId: string;
  readonly issue: Answerable;
  /** null: none. */
  readonly given: string | null;
  /** Every answer that was given. */
  readonly decisions: readonly GivenAnswer[];
  readonly mayTakeBack: boolean;
  readonly onTakenBack: (issueId: string) => void;
}

export function GivenAnswerLine(props: GivenAnswerProps): ReactNode {
  const { integrationId: id, issue, given, decisions, mayTakeBack, onTakenBack } = props;
  const say = useSay();
  const reread = useReread(id);
  const back = useDo('takeBackAnswer', {
    onDone: () => {
      onTakenBack(issue.id);
      reread();
    },
  });
  const answer = given === null ? '' : say(wordsOfGiven({ part: issue.part, choice: given }));
  const decision = given === null ? null : decisionFor(issue, given, decisions);
  return (
    <>
      <Group gap="sm">
        <StatusLine>
          {given !== null ? (
            <WordBadge look={['green', 'check']}>{say(words.answered, { answer })}</WordBadge>
          ) : back.isSuccess ? (
            say(words.takenBack)
          ) : null}
        </StatusLine>
        {given === null || !mayTakeBack ? null : decision === null ? (
          isRemembered(given) ? (
            <Anchor href={`#${answersAnchor}`} size="sm">
              {say(words.toGiven)}
            </Anchor>
          ) : null
        ) : (
          <Button
            size="compact-xs"
            variant="default"
            loading={back.isPending}
            aria-label={`${say(words.takeBack)}: ${answer}`}
            onClick={() => back.mutate({ params: { id, decisionId: decision.id } })}
          >
            {say(words.takeBack)}
          </Button>
        )}
      </Group>
      {back.isError ? <Trouble of={back.error} /> : null}
    </>
  );
}

/** Trying again and taking over are orders, not answers that are remembered. */
const isRemembered = (given: string): boolean => given !== 'retry' && given !== 'take-over';
