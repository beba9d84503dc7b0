// An address, or none, and then the link: it is told once.

import { Button, Stack, TextInput } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useState } from 'react';
import type { Refused } from '../api/refused.ts';
import type { Answer } from '../api/types.ts';
import { useFieldErrors } from '../ui/fields.ts';
import { Trouble } from '../ui/trouble.tsx';
import { peopleWords as words } from '../words/people.ts';
import { useSay } from '../words/say.ts';
import { newAccountWords } from '../words/session.ts';
import { isEmail } from '../session/new-account.ts';
import { LinkOnce } from './link-once.tsx';

export interface InviteFormProps {
  readonly busy: boolean;
  readonly refused: Refused | null;
  readonly invited: Answer<'inviteMember'> | null;
  readonly onInvite: (email: string | null) => void;
  /** Further fields. */
  readonly children?: ReactNode;
}

export function InviteForm({ busy, refused, invited, onInvite, children }: InviteFormProps): ReactNode {
  const say = useSay();
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  /** To whom the newest invitation was made out; what is being typed now may be the next one. */
  const [sentTo, setSentTo] = useState('');
  const errors = useFieldErrors(refused);
  const email = typed.trim();
  const isWrong = email !== '' && !isEmail(email);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!isWrong) {
      setSentTo(email);
      onInvite(email === '' ? null : email);
    }
  };
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="sm" align="flex-start">
        {refused === null ? null : <Trouble of={refused} />}
        <TextInput
          label={say(words.inviteEmail)}
          description={say(words.inviteEmailHint)}
          type="email"
          autoComplete="off"
          maxLength={200}
          w="100%"
          maw={420}
          value={typed}
          error={tried && isWrong ? say(newAccountWords.emailWrong) : errors['email']}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {children}
        <Button type="submit" loading={busy}>
          {say(words.inviteSubmit)}
        </Button>
        <div role="status" className="full-width">
          {invited === null ? null : (
            <LinkOnce title={say(words.invitedTitle)} made={invited} email={sentTo} />
          )}
        </div>
      </Stack>
    </form>
  );
}
