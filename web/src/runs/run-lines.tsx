// What a run has to say: issues, what waits, what is worth knowing, what is no longer open.

import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Answer } from '../api/types.ts';
import { LineSection } from '../issues/line-section.tsx';
import { runAnchors } from './run-contents.tsx';
import { SolvedLines } from './solved-lines.tsx';
import { TextLink } from '../ui/link.tsx';
import { issueWords } from '../words/issues.ts';
import { runPageWords } from '../words/runs.ts';
import { useSay } from '../words/say.ts';

export interface RunLinesProps {
  readonly integrationId: string;
  readonly answer: Answer<'readRun'>;
}

export function RunLines({ integrationId: id, answer }: RunLinesProps): ReactNode {
  const say = useSay();
  return (
    <>
      <LineSection
        id={id}
        title={say(runPageWords.issues)}
        text={
          <Group gap="xs">
            <Text>{say(runPageWords.issuesText)}</Text>
            <TextLink to="/integrations/$id/issues" params={{ id }}>
              {say(runPageWords.issuesLink)}
            </TextLink>
          </Group>
        }
        anchor={runAnchors.issues}
        folded
        lines={answer.issues}
      />
      <LineSection
        id={id}
        title={say(issueWords.holds)}
        text={say(issueWords.holdsText)}
        anchor={runAnchors.holds}
        folded
        lines={answer.holds}
      />
      <LineSection
        id={id}
        title={say(issueWords.notes)}
        text={say(issueWords.notesText)}
        anchor={runAnchors.notes}
        folded
        lines={answer.notes}
      />
      <SolvedLines lines={answer.solved} />
    </>
  );
}
