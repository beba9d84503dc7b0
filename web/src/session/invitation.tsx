// An invitation: what it is for, and accepting it with an account one has or with a new one.

import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Answer } from '../api/types.ts';
import { useAsk } from '../api/use.ts';
import { Empty } from '../ui/empty.tsx';
import { Page } from '../ui/page.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { roleHints, roleWords } from '../words/common.ts';
import { useFormat, useSay } from '../words/say.ts';
import { firstWords, invitationWords as words } from '../words/session.ts';
import { AcceptInvitation } from './accept-invitation.tsx';
import { useToken } from './use-token.ts';

export function Invitation(): ReactNode {
  const say = useSay();
  const token = useToken();
  return (
    <Page title={say(words.title)} size="narrow">
      {token === '' ? <Empty title={say(firstWords.noToken)} /> : <Look token={token} />}
    </Page>
  );
}

function Look({ token }: { readonly token: string }): ReactNode {
  const say = useSay();
  // Consumes nothing, though it is no GET: the token shall stand in no address.
  const look = useAsk('lookAtInvitation', { body: { token } }, { staleMs: Number.POSITIVE_INFINITY });
  if (look.data !== undefined) {
    return (
      <Stack>
        <About invitation={look.data} />
        <AcceptInvitation token={token} invitation={look.data} />
      </Stack>
    );
  }
  return look.error === null ? (
    <Waiting>{say(words.looking)}</Waiting>
  ) : (
    <Trouble of={look.error} onRetry={() => look.refetch()} />
  );
}

function About({ invitation }: { readonly invitation: Answer<'lookAtInvitation'> }): ReactNode {
  const say = useSay();
  const { dateTime } = useFormat();
  const { integration, invitedBy: by, role, expiresAt } = invitation;
  return (
    <Stack gap={4}>
      <Text fw={600}>
        {integration === null
          ? say(words.toInstallation, { by })
          : say(words.toIntegration, { by, integration })}
      </Text>
      <Text>{say(words.role, { role: say(roleWords[role]), hint: say(roleHints[role]) })}</Text>
      <Text size="sm" c="dimmed">
        {say(words.until, { at: dateTime(expiresAt) })}
      </Text>
    </Stack>
  );
}
