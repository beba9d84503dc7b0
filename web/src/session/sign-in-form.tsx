// E-mail and password, then the authenticator's code where the account has one.

import { Button, Stack, TextInput } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useState } from 'react';
import { useDo } from '../api/use.ts';
import { Trouble } from '../ui/trouble.tsx';
import { common } from '../words/common.ts';
import { useSay } from '../words/say.ts';
import { signInWords as words } from '../words/session.ts';
import { CodeField } from './code-field.tsx';
import { PasswordField } from './password-field.tsx';
import { useSignedInAs } from './use-session.ts';

export interface SignInFormProps {
  /** The address where it is known already. */
  readonly email?: string;
}

export function SignInForm({ email: known }: SignInFormProps): ReactNode {
  const say = useSay();
  const signedInAs = useSignedInAs();
  const [email, setEmail] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const signIn = useDo('signIn', {
    onDone: (person) => signedInAs(person),
    onRefused: ({ problem }) => {
      if (problem.code === 'code-needed' || problem.code === 'wrong-code') {
        setCode('');
      }
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    signIn.mutate({ body: { email: email.trim(), password, code: code?.replace(/\s/g, '') ?? null } });
  };
  const refused = signIn.error?.problem.code === 'code-needed' ? null : signIn.error;
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {refused === null ? null : <Trouble of={refused} />}
        {code === null ? (
          <>
            <TextInput
              label={say(common.emailLabel)}
              type="email"
              name="email"
              autoComplete="username"
              required
              readOnly={known !== undefined}
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <PasswordField
              label={say(common.passwordLabel)}
              autoComplete="current-password"
              value={password}
              onChange={setPassword}
              {...(known === undefined ? {} : { 'data-autofocus': true })}
            />
          </>
        ) : (
          <CodeField value={code} onChange={setCode} takesFocus />
        )}
        <Button type="submit" loading={signIn.isPending}>
          {say(code === null ? words.submit : words.codeSubmit)}
        </Button>
        {code === null ? null : (
          <Button
            variant="subtle"
            onClick={() => {
              setCode(null);
              signIn.reset();
            }}
          >
            {say(words.codeBack)}
          </Button>
        )}
      </Stack>
    </form>
  );
}
