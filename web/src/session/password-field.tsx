// A password, with a button that shows it.

import { PasswordInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSay } from '../words/say.ts';
import { signInWords as words } from '../words/session.ts';

export interface PasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete: 'current-password' | 'new-password' | 'off';
  readonly description?: string;
  readonly error?: string | undefined;
  readonly onBlur?: () => void;
  readonly maxLength?: number;
  /** Where a dialog shall begin. */
  readonly 'data-autofocus'?: boolean;
}

export function PasswordField(props: PasswordFieldProps): ReactNode {
  const say = useSay();
  const { onChange, ...rest } = props;
  return (
    <PasswordInput
      maxLength={200}
      {...rest}
      required
      onChange={(event) => onChange(event.currentTarget.value)}
      visibilityToggleButtonProps={{ 'aria-label': say(words.showPassword), tabIndex: 0 }}
    />
  );
}
