// The ways out, each with its place and its steps in order.

import { Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Guide } from '../words/help.ts';
import { guideWords as words } from '../words/help.ts';
import { useLanguage, useSay } from '../words/say.ts';
import { PlaceBadge } from './guide-badges.tsx';

export function GuideWays({ ways }: Pick<Guide, 'ways'>): ReactNode {
  const say = useSay();
  return ways.length === 0 ? null : (
    <Stack gap="sm" component="section">
      <Title order={2}>{say(ways.length === 1 ? words.oneWay : words.ways)}</Title>
      {ways.length === 1 ? null : <Text>{say(words.waysText)}</Text>}
      {ways.map((way) => (
        <Way key={`${way.place} ${way.title.en}`} way={way} />
      ))}
    </Stack>
  );
}

function Way({ way }: { readonly way: Guide['ways'][number] }): ReactNode {
  const say = useSay();
  const { language } = useLanguage();
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Group gap="sm" justify="space-between">
          <Title order={3}>{say(way.title)}</Title>
          <PlaceBadge place={way.place} />
        </Group>
        <List type="ordered" spacing={6}>
          {way.steps[language].map((step) => (
            <List.Item key={step}>{step}</List.Item>
          ))}
        </List>
      </Stack>
    </Paper>
  );
}
