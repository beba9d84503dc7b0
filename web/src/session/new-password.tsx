// A new password with the link that an operator has made, for whoever has forgotten theirs.

import { Button, Group, Stack, Text } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useState } from 'react';
import { useDo } from '../api/use.ts';
import { Empty } from '../ui/empty.tsx';
import { useFieldErrors } from '../ui/fields.ts';
import { ButtonLink } from '../ui/link.tsx';
import { Page } from '../ui/page.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useSay } from '../words/say.ts';
import { firstWords, newPasswordWords as words } from '../words/session.ts';
import { shellWords } from '../words/shell.ts';
import { FreshPassword, isTooShort } from './fresh-password.tsx';
import { useToken } from './use-token.ts';

export function NewPassword(): ReactNode {
  const say = useSay();
  const token = useToken();
  return (
    <Page title={say(words.title)} description={say(words.about)} size="narrow">
      {token === '' ? <Empty title={say(firstWords.noToken)} /> : <Form token={token} />}
    </Page>
  );
}

function Form({ token }: { readonly token: string }): ReactNode {
  const say = useSay();
  const [fresh, setFresh] = useState('');
  const [sent, setSent] = useState(false);
  const change = useDo('setNewPassword');
  const errors = useFieldErrors(change.error);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setSent(true);
    if (!isTooShort(fresh)) {
      change.mutate({ body: { token, password: fresh } });
    }
  };
  if (change.isSuccess) {
    return (
      <Stack align="flex-start" role="status">
        <Text>{say(words.done)}</Text>
        <ButtonLink to="/sign-in">{say(shellWords.signIn)}</ButtonLink>
      </Stack>
    );
  }
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="sm" maw={420}>
        {change.error === null ? null : <Trouble of={change.error} />}
        <FreshPassword value={fresh} sent={sent} error={errors['password']} onChange={setFresh} />
        <Group>
          <Button type="submit" loading={change.isPending}>
            {say(words.submit)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
