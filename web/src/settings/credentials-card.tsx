// How the credentials of both sides stand, and where they are replaced.

import { Box, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { IntegrationView, Side } from '../api/types.ts';
import { TextLink } from '../ui/link.tsx';
import { Section } from '../ui/section.tsx';
import { WordBadge } from '../ui/state-badge.tsx';
import { sideWords } from '../words/common.ts';
import { useFormat, useSay } from '../words/say.ts';
import { settingsWords as words } from '../words/settings.ts';
import { credentialsWords } from '../words/steps-credentials.ts';
import { lookOf } from './credential-look.ts';

export function CredentialsCard({ view }: { readonly view: IntegrationView }): ReactNode {
  const say = useSay();
  return (
    <Section title={say(words.credentials)}>
      {view.origin === 'file' ? (
        <Text>{say(credentialsWords.fromFile)}</Text>
      ) : (
        (['personio', 'timetac'] as const).map((side) => <Kept key={side} view={view} side={side} />)
      )}
      <Box>
        <TextLink to="/integrations/$id/set-up/$step" params={{ id: view.id, step: 'credentials' }}>
          {say(words.replace)}
        </TextLink>
      </Box>
    </Section>
  );
}

function Kept({ view, side }: { readonly view: IntegrationView; readonly side: Side }): ReactNode {
  const say = useSay();
  const { dateTime, relative } = useFormat();
  const credential = view.credentials[side];
  const { look, text } = lookOf(credential);
  return (
    <Stack gap={4}>
      <Group gap="sm">
        <Title order={3}>{say(sideWords[side])}</Title>
        <WordBadge look={look}>{say(text)}</WordBadge>
      </Group>
      {credential === null ? null : (
        <Text size="sm">
          {say(credentialsWords.kept, {
            end: `…${credential.endsIn}`,
            by: credential.setBy,
            when: dateTime(credential.setAt),
          })}
          {credential.triedAt === null
            ? ''
            : ` ${say(credentialsWords.tried, { when: relative(credential.triedAt) })}`}
        </Text>
      )}
    </Stack>
  );
}
