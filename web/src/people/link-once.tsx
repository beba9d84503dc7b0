// A link that is told once: whoever has it passes it on.

import { Alert, Code, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Answer } from '../api/types.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Icon } from '../ui/icons.tsx';
import { peopleWords as words } from '../words/people.ts';
import { useFormat, useSay } from '../words/say.ts';

export interface LinkOnceProps {
  readonly title: string;
  readonly made: Answer<'inviteMember'>;
  /** To whom it may have been mailed. */
  readonly email: string;
}

export function LinkOnce({ title, made, email }: LinkOnceProps): ReactNode {
  const say = useSay();
  const { dateTime } = useFormat();
  const { link, expiresAt, mailed } = made;
  return (
    <Alert role="group" color="green" icon={<Icon name="check" size={20} />} title={title}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{mailed ? say(words.invitedMailed, { email }) : say(words.invitedNotMailed)}</Text>
        <Text size="sm">{say(words.invitedOnce, { at: dateTime(expiresAt) })}</Text>
        <Code className="secret" aria-label={say(words.link)} block>
          {link}
        </Code>
        <CopyButton value={link} label={say(words.copyLink)} />
      </Stack>
    </Alert>
  );
}
