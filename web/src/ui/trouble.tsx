// What went wrong and what to do: a refused call, its problem, or a line about a vendor.

import { Alert, Button, List, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useContext } from 'react';
import { Refused } from '../api/refused.ts';
import type { Bilingual, Mistake, Problem, Session } from '../api/types.ts';
import { keyOf } from '../api/use.ts';
import { MeContext } from '../session/use-session.ts';
import { common } from '../words/common.ts';
import { useSay } from '../words/say.ts';
import { Icon } from './icons.tsx';

/** Anything with a sentence: `Refused`, `Problem`, a check line, `{ message, hint }`. */
export type Telling =
  | Refused
  | Problem
  | { readonly message: Bilingual; readonly hint?: Bilingual | null; readonly action?: Bilingual | null };

export interface TroubleProps {
  readonly of: Telling;
  readonly title?: string;
  /** Offers “try again”. */
  readonly onRetry?: () => unknown;
  /** `wrong` is read out at once; `hint` is quieter. */
  readonly tone?: 'wrong' | 'hint';
  /** Also lists mistakes of single fields, where no field shows them. */
  readonly listFields?: boolean;
  readonly children?: ReactNode;
}

export function Trouble({
  of,
  title,
  onRetry,
  tone = 'wrong',
  listFields = false,
  children,
}: TroubleProps): ReactNode {
  const say = useSay();
  const isOver = useIsOver(of);
  const told = of instanceof Refused ? of.problem : of;
  const hint = ('hint' in told ? told.hint : null) ?? ('action' in told ? told.action : null) ?? null;
  const wait = 'retryAfterSeconds' in told ? told.retryAfterSeconds : undefined;
  const fields: readonly Mistake[] = listFields && 'fields' in told ? told.fields : [];
  if (isOver) {
    return null;
  }
  return (
    <Alert
      role={tone === 'wrong' ? 'alert' : 'status'}
      color={tone === 'wrong' ? 'red' : 'yellow'}
      icon={<Icon name="warn" size={20} />}
      title={title ?? say(told.message)}
    >
      <Stack gap="xs" align="flex-start">
        {title === undefined ? null : <Text size="sm">{say(told.message)}</Text>}
        {hint === null ? null : <Text size="sm">{say(hint)}</Text>}
        {wait === undefined ? null : <Text size="sm">{say(common.waitSeconds, { seconds: wait })}</Text>}
        {fields.length === 0 ? null : <Fields fields={fields} />}
        {children}
        {onRetry === undefined ? null : (
          <Button size="xs" variant="default" onClick={() => void onRetry()}>
            {say(common.retry)}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** “You are not signed in” is over once one has signed in again on top of the page. */
function useIsOver(of: Telling): boolean {
  const me = useContext(MeContext);
  const session = useQueryClient().getQueryData<Session>(keyOf('readSession', {}));
  return (
    of instanceof Refused && of.problem.code === 'not-signed-in' && me !== null && session?.person === me
  );
}

function Fields({ fields }: { readonly fields: readonly Mistake[] }): ReactNode {
  const say = useSay();
  return (
    <List size="sm">
      {fields.map((field) => (
        <List.Item key={`${field.path} ${field.message.en}`}>
          {say(field.message)}
          {field.hint === null ? '' : ` ${say(field.hint)}`}
        </List.Item>
      ))}
    </List>
  );
}
