// One's own account.

import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Page } from '../ui/page.tsx';
import { useSay } from '../words/say.ts';
import { accountWords as words } from '../words/session.ts';
import { AboutMe } from './about-me.tsx';
import { Authenticator } from './authenticator.tsx';
import { ChangePassword } from './change-password.tsx';
import { OwnSessions } from './own-sessions.tsx';
import { useMe } from './use-session.ts';

export function Account(): ReactNode {
  const say = useSay();
  const me = useMe();
  return (
    <Page
      title={say(words.title)}
      size="narrow"
      description={
        <Stack gap={0}>
          <Text c="dimmed">{say(words.email, { email: me.email })}</Text>
          {me.operator ? <Text c="dimmed">{say(words.operator)}</Text> : null}
        </Stack>
      }
    >
      <AboutMe />
      <ChangePassword />
      <OwnSessions />
      {me.hasPassword ? <Authenticator /> : null}
    </Page>
  );
}
