// A date, typed in the reader's form or picked. What is no date stays as it was typed, with a sentence.

import { ActionIcon, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import { common } from '../words/common.ts';
import { useFormat, useSay } from '../words/say.ts';
import { dateFromText } from './date-text.ts';
import { Icon } from './icons.tsx';

export interface DateFieldProps {
  readonly label: string;
  /** `YYYY-MM-DD`, or whatever was typed; null: empty. */
  readonly value: string | null;
  /** Called when the field is left or a date picked: `YYYY-MM-DD`, the text as typed, or null. */
  readonly onChange: (value: string | null) => void;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly required?: boolean;
  readonly disabled?: boolean;
}

export function DateField({
  label,
  value,
  onChange,
  description,
  error,
  required,
  disabled,
}: DateFieldProps): ReactNode {
  const say = useSay();
  const { date } = useFormat();
  const [typing, setTyping] = useState<string | null>(null);
  const native = useRef<HTMLInputElement>(null);
  const stands = value !== null && dateFromText(value) === null ? say(common.dateWrong) : undefined;
  const leave = (): void => {
    if (typing !== null) {
      const next = typing.trim() === '' ? null : (dateFromText(typing) ?? typing.trim());
      setTyping(null);
      if (next !== value) {
        onChange(next);
      }
    }
  };
  return (
    <TextInput
      label={label}
      description={description ?? say(common.dateHint)}
      placeholder={say(common.datePlaceholder)}
      value={typing ?? (value === null ? '' : date(value))}
      error={typing === null ? (error ?? stands) : undefined}
      required={required ?? false}
      disabled={disabled ?? false}
      autoComplete="off"
      maw={340}
      onChange={(event) => setTyping(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          leave();
        }
      }}
      rightSection={
        <>
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={disabled ?? false}
            aria-label={say(common.datePick, { label })}
            onClick={() => native.current?.showPicker()}
          >
            <Icon name="calendar" />
          </ActionIcon>
          <input
            ref={native}
            type="date"
            className="native-date"
            tabIndex={-1}
            aria-hidden
            value={value !== null && /^\d{4}-\d\d-\d\d$/.test(value) ? value : ''}
            onChange={(event) =>
              onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)
            }
          />
        </>
      }
    />
  );
}
