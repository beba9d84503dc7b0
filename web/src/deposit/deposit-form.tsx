// Two fields, encrypted before they leave this browser.

import { Button, Stack, TextInput } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useState } from 'react';
import type { Answer } from '../api/types.ts';
import { useDo } from '../api/use.ts';
import { PasswordField } from '../session/password-field.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { sideWords } from '../words/common.ts';
import { depositWords as words } from '../words/deposit.ts';
import { useSay } from '../words/say.ts';
import { seal } from './seal.ts';

export interface DepositFormProps {
  readonly token: string;
  readonly link: Answer<'lookAtDeposit'>;
  readonly onDone: (result: Answer<'deposit'>) => void;
}

export function DepositForm({ token, link, onDone }: DepositFormProps): ReactNode {
  const say = useSay();
  const [clientId, setClientId] = useState('');
  const [clientSecret, setClientSecret] = useState('');
  const [sent, setSent] = useState(false);
  const deposit = useDo('deposit', { onDone });
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setSent(true);
    const typed = { clientId: clientId.trim(), clientSecret: clientSecret.trim() };
    if (typed.clientId !== '' && typed.clientSecret !== '') {
      deposit.mutate({ body: { token, sealed: await seal(typed, link.publicKey, token) } });
    }
  };
  const missing = (value: string, text: (typeof words)['clientIdMissing' | 'clientSecretMissing']) =>
    sent && value.trim() === '' ? say(text) : undefined;
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <Stack gap="sm" maw={480}>
        <TextInput
          label={say(words.clientId)}
          required
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          value={clientId}
          error={missing(clientId, words.clientIdMissing)}
          onChange={(event) => setClientId(event.currentTarget.value)}
        />
        <PasswordField
          label={say(words.clientSecret)}
          autoComplete="off"
          maxLength={2000}
          value={clientSecret}
          error={missing(clientSecret, words.clientSecretMissing)}
          onChange={setClientSecret}
        />
        {deposit.error === null ? null : <Trouble of={deposit.error} />}
        {deposit.isPending ? (
          <Waiting>{say(words.submitting, { side: say(sideWords[link.side]) })}</Waiting>
        ) : (
          <Button type="submit">{say(words.submit)}</Button>
        )}
      </Stack>
    </form>
  );
}
