// What is known of a day: as of when, what holds for the person and the whole day, then part by part.

import { Box, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Answer } from '../api/types.ts';
import { nameOf } from '../runs/actions.ts';
import { explainWords } from '../words/explain.ts';
import { useFormat, useSay } from '../words/say.ts';
import { storyOf } from './chain.ts';
import { PartStory } from './part-story.tsx';
import { Statements } from './statements.tsx';

export interface DayStoryProps {
  readonly integrationId: string;
  readonly employeeId: string;
  readonly answer: Answer<'explainDay'>;
}

export function DayStory({ integrationId, employeeId, answer }: DayStoryProps): ReactNode {
  const say = useSay();
  const { weekday } = useFormat();
  const { run, person, general, parts } = storyOf(answer.statements);
  return (
    <Stack gap="md">
      <Stack gap={4}>
        <Title order={2}>
          <bdi>{nameOf(answer.employee) ?? employeeId}</bdi>, {weekday(answer.date)}
        </Title>
        {run.map(({ text }) => (
          <Text key={text.en} size="sm" c="dimmed">
            {say(text)}
          </Text>
        ))}
        <Statements said={person} />
      </Stack>
      {general.length === 0 ? null : (
        <Box component="section">
          <Title order={3} mb={4}>
            {say(explainWords.general)}
          </Title>
          <Statements said={general} />
        </Box>
      )}
      {parts.map((story) => (
        <PartStory key={story.part} integrationId={integrationId} story={story} />
      ))}
    </Stack>
  );
}
