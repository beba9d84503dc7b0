// One mail at once, to whoever is asking, and what the mail server said to it.

import { Box, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useState } from 'react';
import { useDo } from '../api/use.ts';
import { useReread } from '../runs/reread.ts';
import { StatusLine } from '../runs/status-line.tsx';
import { useMe } from '../session/use-session.ts';
import { useFieldErrors } from '../ui/fields.ts';
import { TextLink } from '../ui/link.tsx';
import { Section } from '../ui/section.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import type { Mail } from '../words/mails.ts';
import { mailWords as words, testResultWords } from '../words/mails.ts';
import { useSay } from '../words/say.ts';
import { MailState } from './mail-state.tsx';

export function TestMail({ integrationId: id }: { readonly integrationId: string }): ReactNode {
  const say = useSay();
  const { email } = useMe();
  const [to, setTo] = useState(email);
  const reread = useReread(id);
  const send = useDo('sendTestMail', { onDone: reread });
  const errors = useFieldErrors(send.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate({ params: { id }, body: { to: to.trim() } });
  };
  return (
    <Section title={say(words.test)} about={say(words.testText)}>
      <form onSubmit={submit}>
        <Group align="flex-end" gap="sm">
          <TextInput
            type="email"
            label={say(words.testTo)}
            value={to}
            error={errors['to']}
            required
            maxLength={200}
            autoComplete="email"
            flex="1 1 240px"
            maw={420}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
          <Button type="submit" loading={send.isPending}>
            {say(words.testSend)}
          </Button>
        </Group>
      </form>
      {send.isPending ? <Waiting>{say(words.testBusy)}</Waiting> : null}
      <StatusLine>
        {send.data === undefined || send.isPending ? null : <Result id={id} mail={send.data} />}
      </StatusLine>
      {send.isError && errors['to'] === undefined ? <Trouble of={send.error} /> : null}
    </Section>
  );
}

function Result({ id, mail }: { readonly id: string; readonly mail: Mail }): ReactNode {
  const say = useSay();
  return (
    <Stack gap={6}>
      <Text>{say(testResultWords[mail.state], { to: mail.to })}</Text>
      <MailState mail={mail} />
      <Box>
        <TextLink to="/integrations/$id/mails/$mailId" params={{ id, mailId: mail.id }}>
          {say(words.openIt)}
        </TextLink>
      </Box>
    </Stack>
  );
}
