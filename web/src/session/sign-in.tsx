// The page for signing in: the demo's button, single sign-on where offered, e-mail and password.

import { Button, Divider, Paper, Stack, Text } from '@mantine/core';
import { useRouter, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { call } from '../api/call.ts';
import type { Session } from '../api/types.ts';
import { useDo } from '../api/use.ts';
import { Empty } from '../ui/empty.tsx';
import { Page } from '../ui/page.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useLanguage, useSay } from '../words/say.ts';
import { signInWords as words } from '../words/session.ts';
import { SignInForm } from './sign-in-form.tsx';
import { SingleSignOn } from './single-sign-on.tsx';
import { useSession, useSignedInAs } from './use-session.ts';

export function SignIn(): ReactNode {
  const say = useSay();
  const session = useSession().data;
  const { next = '/' } = useSearch({ from: '/open/sign-in' });
  if (session === undefined) {
    return null;
  }
  if (session.person !== null) {
    return <GoOn to={next} />;
  }
  return (
    <Page title={say(words.title)} description={say(words.about)} size="narrow">
      <Ways session={session} />
    </Page>
  );
}

/** An address as it was, with all that stood behind the path. */
function GoOn({ to }: { readonly to: string }): ReactNode {
  const { history } = useRouter();
  // On the way there, this page's address has lost what it said.
  const [goal] = useState(to);
  useEffect(() => history.replace(goal), [history, goal]);
  return null;
}

function Ways({ session }: { readonly session: Session }): ReactNode {
  const say = useSay();
  const { demo, needsFirstOperator, singleSignOn } = session.installation;
  if (needsFirstOperator && !demo) {
    return <Empty title={say(words.firstTitle)}>{say(words.firstText)}</Empty>;
  }
  return (
    <Stack maw={420}>
      {demo ? <Demo /> : null}
      {singleSignOn === null ? null : <SingleSignOn name={singleSignOn} />}
      {singleSignOn === null && !demo ? null : <Divider label={say(words.or)} />}
      <SignInForm />
      {demo ? null : (
        <Text size="sm" c="dimmed">
          {say(words.forgotten)}
        </Text>
      )}
    </Stack>
  );
}

function Demo(): ReactNode {
  const say = useSay();
  const signedInAs = useSignedInAs();
  const { language } = useLanguage();
  // Everybody shares this account; whoever comes brings their own language.
  const open = useDo('signInToDemo', {
    onDone: async (person) =>
      signedInAs(
        person.language === language
          ? person
          : await call('changeMe', { body: { language } }).catch(() => person),
      ),
  });
  return (
    <Paper withBorder p="md">
      <Stack gap="sm" align="flex-start">
        <Text fw={600}>{say(words.demoTitle)}</Text>
        <Text>{say(words.demoText)}</Text>
        {open.error === null ? null : <Trouble of={open.error} />}
        <Button size="lg" loading={open.isPending} onClick={() => open.mutate({})}>
          {say(words.demoOpen)}
        </Button>
      </Stack>
    </Paper>
  );
}
