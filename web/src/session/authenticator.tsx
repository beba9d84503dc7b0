// The second proof at sign-in: switched on with a first code, switched off with the password.

import { Anchor, Button, Code, Stack, Text } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useState } from 'react';
import { useDo } from '../api/use.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Section } from '../ui/section.tsx';
import { WordBadge } from '../ui/state-badge.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { common } from '../words/common.ts';
import { useSay } from '../words/say.ts';
import { accountWords as words } from '../words/session.ts';
import { CodeField } from './code-field.tsx';
import { PasswordField } from './password-field.tsx';
import { useMe, usePutMe } from './use-session.ts';

export function Authenticator(): ReactNode {
  const say = useSay();
  const { totp } = useMe();
  return (
    <Section title={say(words.totp)} about={say(words.totpAbout)}>
      <div role="status">
        <WordBadge look={totp ? ['green', 'check'] : ['gray', 'off']}>
          {say(totp ? words.totpOn : words.totpOff)}
        </WordBadge>
      </div>
      {totp ? <SwitchOff /> : <SwitchOn />}
    </Section>
  );
}

function SwitchOn(): ReactNode {
  const say = useSay();
  const putMe = usePutMe();
  const [code, setCode] = useState('');
  const begin = useDo('beginTotp');
  const confirm = useDo('confirmTotp', { onDone: putMe });
  if (begin.data === undefined) {
    return (
      <Stack gap="sm" align="flex-start">
        {begin.error === null ? null : <Trouble of={begin.error} />}
        <Button loading={begin.isPending} onClick={() => begin.mutate({})}>
          {say(words.totpBegin)}
        </Button>
      </Stack>
    );
  }
  const { secret, uri } = begin.data;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    confirm.mutate({ body: { code: code.replace(/\s/g, '') } });
  };
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="sm" align="flex-start">
        <Text>{say(words.totpStepSecret)}</Text>
        <Code block className="secret">
          {secret.match(/.{1,4}/g)?.join(' ') ?? secret}
        </Code>
        <CopyButton value={secret} label={say(words.totpCopySecret)} />
        <Anchor href={uri}>{say(words.totpOpen)}</Anchor>
        <Text>{say(words.totpStepCode)}</Text>
        <CodeField value={code} onChange={setCode} />
        {confirm.error === null ? null : <Trouble of={confirm.error} />}
        <Button type="submit" loading={confirm.isPending}>
          {say(words.totpConfirm)}
        </Button>
      </Stack>
    </form>
  );
}

function SwitchOff(): ReactNode {
  const say = useSay();
  const putMe = usePutMe();
  const [password, setPassword] = useState('');
  const remove = useDo('removeTotp', { onDone: putMe });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    remove.mutate({ body: { password } });
  };
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="sm" align="flex-start">
        {remove.error === null ? null : <Trouble of={remove.error} />}
        <PasswordField
          label={say(common.passwordLabel)}
          description={say(words.totpRemoveAbout)}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
        <Button type="submit" variant="default" loading={remove.isPending}>
          {say(words.totpRemove)}
        </Button>
      </Stack>
    </form>
  );
}
