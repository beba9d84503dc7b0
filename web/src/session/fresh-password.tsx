// The field of a new password, which says that it is too short once somebody has tried to send it.

import type { ReactNode } from 'react';
import { useSay } from '../words/say.ts';
import { accountWords, newAccountWords as words } from '../words/session.ts';
import { SHORTEST_PASSWORD } from './new-account.ts';
import { PasswordField } from './password-field.tsx';

export interface FreshPasswordProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Whether somebody has tried to send it. */
  readonly sent: boolean;
  /** What the server said of it. */
  readonly error: string | undefined;
}

export const isTooShort = (password: string): boolean => password.length < SHORTEST_PASSWORD;

export function FreshPassword({ value, onChange, sent, error }: FreshPasswordProps): ReactNode {
  const say = useSay();
  return (
    <PasswordField
      label={say(accountWords.fresh)}
      description={say(words.passwordHint)}
      autoComplete="new-password"
      value={value}
      error={sent && isTooShort(value) ? say(words.passwordShort, { n: value.length }) : error}
      onChange={onChange}
    />
  );
}
