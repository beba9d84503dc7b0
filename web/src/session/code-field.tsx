// Six digits of an authenticator.

import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useSay } from '../words/say.ts';
import { signInWords as words } from '../words/session.ts';

export interface CodeFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Where it has just taken the place of other fields. */
  readonly takesFocus?: boolean;
}

export function CodeField({ value, onChange, takesFocus = false }: CodeFieldProps): ReactNode {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus) {
      input.current?.focus();
    }
  }, [takesFocus]);
  return (
    <TextInput
      ref={input}
      label={say(words.code)}
      description={say(words.codeHint)}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={12}
      required
      maw={280}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
