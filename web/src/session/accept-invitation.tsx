// The three ways to accept: as who is signed in, with an account one has, with a new one.

import { Button, Group, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Answer, Args } from '../api/types.ts';
import { useDo } from '../api/use.ts';
import { Trouble } from '../ui/trouble.tsx';
import { useLanguage, useSay } from '../words/say.ts';
import { invitationWords as words } from '../words/session.ts';
import { NewAccountForm } from './new-account-form.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { signOut, useSession, useSignedInAs } from './use-session.ts';

type Account = Args<'acceptInvitation'>['body']['account'];

export interface AcceptInvitationProps {
  readonly token: string;
  readonly invitation: Answer<'lookAtInvitation'>;
}

export function AcceptInvitation({ token, invitation }: AcceptInvitationProps): ReactNode {
  const { language } = useLanguage();
  const say = useSay();
  const person = useSession().data?.person ?? null;
  const accept = useAccept();
  const [hasAccount, setHasAccount] = useState(invitation.known);
  if (person !== null) {
    return <AsSignedIn accept={accept} token={token} name={person.name} email={person.email} />;
  }
  if (hasAccount) {
    return (
      <Stack maw={420}>
        {invitation.known ? <Text>{say(words.known)}</Text> : null}
        <SignInForm {...(invitation.email === null ? {} : { email: invitation.email })} />
        {invitation.known ? null : (
          <Button variant="subtle" onClick={() => setHasAccount(false)}>
            {say(words.newAccount)}
          </Button>
        )}
      </Stack>
    );
  }
  return (
    <Stack maw={420}>
      <NewAccountForm
        {...(invitation.email === null ? {} : { email: invitation.email })}
        submit={say(words.create)}
        busy={accept.isPending}
        refused={accept.error}
        onSubmit={(account) => accept.mutate(bodyOf(token, { ...account, language }))}
      />
      <Button variant="subtle" onClick={() => setHasAccount(true)}>
        {say(words.haveAccount)}
      </Button>
    </Stack>
  );
}

interface AsSignedInProps {
  readonly accept: ReturnType<typeof useAccept>;
  readonly token: string;
  readonly name: string;
  readonly email: string;
}

function AsSignedIn({ accept, token, name, email }: AsSignedInProps): ReactNode {
  const say = useSay();
  return (
    <Stack>
      <Text>{say(words.otherPerson, { name, email })}</Text>
      {accept.error === null ? null : <Trouble of={accept.error} />}
      <Group>
        <Button loading={accept.isPending} onClick={() => accept.mutate(bodyOf(token, null))}>
          {say(words.acceptAs, { name })}
        </Button>
        <Button variant="default" onClick={() => void signOut(`/invitation#${token}`)}>
          {say(words.signOutFirst)}
        </Button>
      </Group>
    </Stack>
  );
}

function useAccept(): ReturnType<typeof useDo<'acceptInvitation'>> {
  const navigate = useNavigate();
  const signedInAs = useSignedInAs();
  return useDo('acceptInvitation', {
    onDone: async ({ person, integrationId }) => {
      const known = signedInAs(person);
      await (integrationId === null
        ? navigate({ to: '/', replace: true })
        : navigate({ to: '/integrations/$id', params: { id: integrationId }, replace: true }));
      await known;
    },
  });
}

function bodyOf(token: string, account: Account): Args<'acceptInvitation'> {
  return { body: { token, account } };
}
