// A mail as a mail program shows it, as plain text, and its attached table.

import { Button, Group, Paper, Stack, Tabs, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { addressOf } from '../api/call.ts';
import type { Answer, Args } from '../api/types.ts';
import { Icon } from '../ui/icons.tsx';
import { ScrollFrame } from '../ui/scroll-frame.tsx';
import { mailWords as words } from '../words/mails.ts';
import { useSay } from '../words/say.ts';
import { MailFrame } from './mail-frame.tsx';

export interface MailViewsProps {
  readonly args: Args<'readMail'>;
  readonly answer: Answer<'readMail'>;
}

export function MailViews({ args, answer }: MailViewsProps): ReactNode {
  const say = useSay();
  return (
    <Stack>
      {answer.attachment === null ? null : <Attachment args={args} file={answer.attachment} />}
      <Tabs defaultValue="page">
        <Tabs.List aria-label={say(words.views)}>
          <Tabs.Tab value="page">{say(words.asPage)}</Tabs.Tab>
          <Tabs.Tab value="text">{say(words.asText)}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="page" pt="sm">
          <MailFrame address={addressOf('readMailPage', args)} />
        </Tabs.Panel>
        <Tabs.Panel value="text" pt="sm">
          <Paper withBorder p="md">
            <ScrollFrame label={say(words.textLabel)}>
              <Text component="pre" ff="monospace" size="sm" m={0} style={wraps}>
                {answer.text}
              </Text>
            </ScrollFrame>
          </Paper>
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

const wraps = { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } as const;

function Attachment(props: { readonly args: Args<'readMail'>; readonly file: string }): ReactNode {
  const say = useSay();
  return (
    <Group gap="sm">
      <Text size="sm">{say(words.attachment)}:</Text>
      <Button
        component="a"
        href={addressOf('downloadMailTable', props.args)}
        download={props.file}
        variant="default"
        size="xs"
        leftSection={<Icon name="download" />}
      >
        {say(words.download, { file: props.file })}
      </Button>
    </Group>
  );
}
