// How the credentials of one side stand: whether they work, and who entered them when.

import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { IntegrationView } from '../api/types.ts';
import type { IconName } from '../ui/icons.tsx';
import { WordBadge } from '../ui/state-badge.tsx';
import { useFormat, useSay } from '../words/say.ts';
import { credentialsWords } from '../words/steps-credentials.ts';

type Credential = IntegrationView['credentials']['personio'];

export function CredentialBadge({ credential }: { readonly credential: Credential }): ReactNode {
  const say = useSay();
  const [color, icon, words] = lookOf(credential);
  return <WordBadge look={[color, icon]}>{say(words)}</WordBadge>;
}

function lookOf(
  credential: Credential,
): readonly [string, IconName, (typeof credentialsWords)['none' | 'works' | 'broken' | 'untried']] {
  if (credential === null) {
    return ['gray', 'info', credentialsWords.none];
  }
  switch (credential.works) {
    case true:
      return ['green', 'check', credentialsWords.works];
    case false:
      return ['red', 'cross', credentialsWords.broken];
    case null:
      return ['yellow', 'question', credentialsWords.untried];
    default:
      return credential.works satisfies never;
  }
}

export function CredentialKept({ credential }: { readonly credential: NonNullable<Credential> }): ReactNode {
  const say = useSay();
  const { dateTime, relative } = useFormat();
  return (
    <Text size="sm">
      {say(credentialsWords.kept, {
        end: `…${credential.endsIn}`,
        by: credential.setBy,
        when: dateTime(credential.setAt),
      })}
      {credential.triedAt === null
        ? ''
        : ` ${say(credentialsWords.tried, { when: relative(credential.triedAt) })}`}
    </Text>
  );
}
