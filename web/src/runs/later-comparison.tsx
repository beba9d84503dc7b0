// The comparison of a run, once somebody asks for it: it reads from Personio.

import { Button, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { comparisonWords } from '../words/runs.ts';
import { useSay } from '../words/say.ts';
import type { ComparisonProps } from './comparison.tsx';
import { Comparison } from './comparison.tsx';

export function LaterComparison(props: ComparisonProps): ReactNode {
  const say = useSay();
  const [wanted, setWanted] = useState(false);
  return (
    <Stack gap="sm" component="section">
      <Title order={2}>{say(comparisonWords.title)}</Title>
      {wanted ? (
        <Comparison {...props} />
      ) : (
        <Stack gap="sm" align="flex-start">
          <Text>{say(comparisonWords.intro)}</Text>
          <Button variant="default" onClick={() => setWanted(true)}>
            {say(comparisonWords.read)}
          </Button>
        </Stack>
      )}
    </Stack>
  );
}
