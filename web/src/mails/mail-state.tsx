// How one mail stands: a word, and below it what the mail server said and when the next try is.

import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { WordBadge } from '../ui/state-badge.tsx';
import type { Mail } from '../words/mails.ts';
import { mailReasonWords, mailStateWords, mailWords as words } from '../words/mails.ts';
import { useFormat, useSay } from '../words/say.ts';
import { mailLooks, newsOf } from './mail-states.ts';

export function MailState({ mail }: { readonly mail: Mail }): ReactNode {
  const say = useSay();
  const { count, dateTime } = useFormat();
  const { sentAt, trouble, reason, tries, nextTryAt } = newsOf(mail);
  const lines = [
    sentAt === null ? null : say(words.sentAt, { when: dateTime(sentAt) }),
    reason === null ? null : say(mailReasonWords[reason]),
    trouble === null ? null : say(words.serverSaid, { words: trouble }),
    tries === null ? null : count(tries, words.triedOne, words.triedMany),
    nextTryAt === null ? null : say(words.nextTry, { when: dateTime(nextTryAt) }),
  ].filter((line) => line !== null);
  return (
    <Stack gap={2} align="flex-start">
      <WordBadge look={mailLooks[mail.state]}>{say(mailStateWords[mail.state])}</WordBadge>
      {lines.map((line) => (
        <Text key={line} size="sm" maw={420}>
          {line}
        </Text>
      ))}
    </Stack>
  );
}
