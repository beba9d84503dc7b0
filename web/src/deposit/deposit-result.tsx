// Whether the credentials that were handed over work.

import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import type { Answer } from '../api/types.ts';
import { CheckLines } from '../ui/check-lines.tsx';
import { sideWords } from '../words/common.ts';
import { depositWords as words } from '../words/deposit.ts';
import { useSay } from '../words/say.ts';

export interface DepositResultProps {
  readonly result: Answer<'deposit'>;
  readonly link: Answer<'lookAtDeposit'>;
}

export function DepositResult({ result, link }: DepositResultProps): ReactNode {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  // The form is gone, and with it the focus.
  useEffect(() => heading.current?.focus(), []);
  const side = say(sideWords[link.side]);
  return (
    <Stack gap="sm" align="flex-start">
      <Title order={2} ref={heading} tabIndex={-1} className="page-title">
        {say(result.works ? words.works : words.fails)}
      </Title>
      <Text>
        {result.works ? say(words.worksText, { side }) : say(words.failsText, { side, by: link.askedBy })}
      </Text>
      {result.lines.length === 0 ? null : (
        <>
          <Title order={3}>{say(words.lines)}</Title>
          <CheckLines lines={result.lines} />
        </>
      )}
    </Stack>
  );
}
