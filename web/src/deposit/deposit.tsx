// Handing over credentials without an account: what they are for, two fields, and whether they work.

import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Answer } from '../api/types.ts';
import { useAsk } from '../api/use.ts';
import { useToken } from '../session/use-token.ts';
import { Empty } from '../ui/empty.tsx';
import { Page } from '../ui/page.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { sideWords } from '../words/common.ts';
import { depositWords as words } from '../words/deposit.ts';
import { useFormat, useSay } from '../words/say.ts';
import { firstWords } from '../words/session.ts';
import { DepositForm } from './deposit-form.tsx';
import { DepositResult } from './deposit-result.tsx';
import { canSeal } from './seal.ts';

export function Deposit(): ReactNode {
  const say = useSay();
  const token = useToken();
  return (
    <Page title={say(words.title)} size="narrow">
      {token === '' ? (
        <Empty title={say(firstWords.noToken)} />
      ) : canSeal() ? (
        <Look token={token} />
      ) : (
        <Trouble of={{ message: words.noCrypto, hint: words.noCryptoHint }} />
      )}
    </Page>
  );
}

function Look({ token }: { readonly token: string }): ReactNode {
  const say = useSay();
  const look = useAsk('lookAtDeposit', { body: { token } }, { staleMs: Number.POSITIVE_INFINITY });
  const [result, setResult] = useState<Answer<'deposit'> | null>(null);
  if (look.data === undefined) {
    return look.error === null ? (
      <Waiting>{say(words.looking)}</Waiting>
    ) : (
      <Trouble of={look.error} onRetry={() => look.refetch()} />
    );
  }
  return result === null ? (
    <Stack>
      <About link={look.data} />
      <DepositForm token={token} link={look.data} onDone={setResult} />
    </Stack>
  ) : (
    <DepositResult result={result} link={look.data} />
  );
}

function About({ link }: { readonly link: Answer<'lookAtDeposit'> }): ReactNode {
  const say = useSay();
  const { dateTime } = useFormat();
  const { askedBy: by, integration, side, address, expiresAt } = link;
  return (
    <Stack gap="xs">
      <Text fw={600}>{say(words.about, { by, integration, side: say(sideWords[side]) })}</Text>
      <Text>{say(side === 'personio' ? words.wherePersonio : words.whereTimetac)}</Text>
      <Text>{say(words.safe, { address })}</Text>
      <Text size="sm" c="dimmed">
        {say(words.until, { at: dateTime(expiresAt) })}
      </Text>
    </Stack>
  );
}
