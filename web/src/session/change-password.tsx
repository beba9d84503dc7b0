// A new password, with the old one.

import { Button, Group, Stack, Text } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useState } from 'react';
import { useDo } from '../api/use.ts';
import { useFieldErrors } from '../ui/fields.ts';
import { Saved } from '../ui/saved.tsx';
import { Section } from '../ui/section.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useSay } from '../words/say.ts';
import { accountWords as words } from '../words/session.ts';
import { FreshPassword, isTooShort } from './fresh-password.tsx';
import { PasswordField } from './password-field.tsx';
import { useMe } from './use-session.ts';

export function ChangePassword(): ReactNode {
  const say = useSay();
  const me = useMe();
  return (
    <Section title={say(words.password)} about={say(me.hasPassword ? words.passwordAbout : words.noPassword)}>
      {me.hasPassword ? <Form /> : null}
    </Section>
  );
}

function Form(): ReactNode {
  const say = useSay();
  const [current, setCurrent] = useState('');
  const [fresh, setFresh] = useState('');
  const [sent, setSent] = useState(false);
  const change = useDo('changePassword', {
    onDone: () => {
      setCurrent('');
      setFresh('');
      setSent(false);
    },
  });
  const errors = useFieldErrors(change.error);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setSent(true);
    if (!isTooShort(fresh)) {
      change.mutate({ body: { current, password: fresh } });
    }
  };
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="sm">
        {change.error === null ? null : <Trouble of={change.error} />}
        <PasswordField
          label={say(words.current)}
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
        />
        <FreshPassword value={fresh} sent={sent} error={errors['password']} onChange={setFresh} />
        <Group>
          <Button type="submit" loading={change.isPending}>
            {say(words.change)}
          </Button>
          <Saved when={change.isSuccess}>
            <Text span>{say(words.changed)}</Text>
          </Saved>
        </Group>
      </Stack>
    </form>
  );
}
