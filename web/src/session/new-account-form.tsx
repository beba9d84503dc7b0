// The form for a new account, of the first operator and of whoever was invited.

import { Button, Stack, TextInput } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useState } from 'react';
import type { Refused } from '../api/refused.ts';
import { useFieldErrors } from '../ui/fields.ts';
import { Trouble } from '../ui/trouble.tsx';
import { common } from '../words/common.ts';
import { useSay } from '../words/say.ts';
import { newAccountWords as words } from '../words/session.ts';
import type { NewAccount } from './new-account.ts';
import { mistakesIn } from './new-account.ts';
import { PasswordField } from './password-field.tsx';

export interface NewAccountFormProps {
  /** The address where the invitation fixes it. */
  readonly email?: string;
  readonly submit: string;
  readonly busy: boolean;
  readonly refused: Refused | null;
  readonly onSubmit: (account: NewAccount) => void;
}

export function NewAccountForm({ email, submit, busy, refused, onSubmit }: NewAccountFormProps): ReactNode {
  const say = useSay();
  const [typed, setTyped] = useState<NewAccount>({ name: '', email: email ?? '', password: '' });
  const [left, setLeft] = useState<Partial<Record<keyof NewAccount, boolean>>>({});
  const told = useFieldErrors(refused);
  const wrong = mistakesIn(typed);
  const errorOf = (field: keyof NewAccount): string | undefined => {
    const mistake = left[field] === true ? wrong[field] : undefined;
    if (mistake !== undefined) {
      return say(mistake, { n: typed.password.length });
    }
    return told[field] ?? told[`account.${field}`];
  };
  const put = (field: keyof NewAccount) => (value: string) => setTyped({ ...typed, [field]: value });
  const leave = (field: keyof NewAccount) => () => setLeft({ ...left, [field]: typed[field] !== '' });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setLeft({ name: true, email: true, password: true });
    if (Object.keys(wrong).length === 0) {
      onSubmit({ ...typed, name: typed.name.trim(), email: typed.email.trim() });
    }
  };
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="sm">
        {refused === null ? null : <Trouble of={refused} />}
        <TextInput
          label={say(common.nameLabel)}
          autoComplete="name"
          required
          maxLength={100}
          value={typed.name}
          error={errorOf('name')}
          onBlur={leave('name')}
          onChange={(event) => put('name')(event.currentTarget.value)}
        />
        <TextInput
          label={say(common.emailLabel)}
          type="email"
          autoComplete="username"
          required
          maxLength={200}
          readOnly={email !== undefined}
          value={typed.email}
          error={errorOf('email')}
          onBlur={leave('email')}
          onChange={(event) => put('email')(event.currentTarget.value)}
        />
        <PasswordField
          label={say(common.passwordLabel)}
          description={say(words.passwordHint)}
          autoComplete="new-password"
          value={typed.password}
          error={errorOf('password')}
          onBlur={leave('password')}
          onChange={put('password')}
        />
        <Button type="submit" loading={busy}>
          {submit}
        </Button>
      </Stack>
    </form>
  );
}
