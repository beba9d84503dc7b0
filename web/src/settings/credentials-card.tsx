// How the credentials of both sides stand, and where they are replaced.

import { Box, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { IntegrationView, Side } from '../api/types.ts';
import { CredentialBadge, CredentialKept } from '../integration/credential-standing.tsx';
import { TextLink } from '../ui/link.tsx';
import { Section } from '../ui/section.tsx';
import { sideWords } from '../words/common.ts';
import { useSay } from '../words/say.ts';
import { settingsWords as words } from '../words/settings.ts';
import { credentialsWords } from '../words/steps-credentials.ts';

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
  const credential = view.credentials[side];
  return (
    <Stack gap={4}>
      <Group gap="sm">
        <Title order={3}>{say(sideWords[side])}</Title>
        <CredentialBadge credential={credential} />
      </Group>
      {credential === null ? null : <CredentialKept credential={credential} />}
    </Stack>
  );
}
