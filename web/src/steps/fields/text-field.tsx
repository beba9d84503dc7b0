// A text, a number or a list of texts, saved when it is left.

import { Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Json } from '../form/json.ts';
import { linesToJson, numberToJson, textOf, textsIn, textToJson } from '../form/json.ts';
import { useFormat, useSay } from '../../words/say.ts';
import { fieldWords } from '../../words/steps-frame.ts';
import { ConflictCard } from './conflict-card.tsx';
import { useField } from './use-field.ts';

export interface TextFieldProps {
  readonly path: string;
  readonly label: string;
  readonly description?: ReactNode;
  readonly placeholder?: string;
  readonly required?: boolean;
  /** What holds while nothing is typed; shown as such. */
  readonly standard?: string | number;
  readonly kind?: 'text' | 'number' | 'url';
  readonly maxWidth?: number;
}

export function TextField(props: TextFieldProps): ReactNode {
  const { path, label, description, placeholder, required = false, standard, kind = 'text' } = props;
  const say = useSay();
  const { number } = useFormat();
  const isNumber = kind === 'number';
  const field = useField(path, (value) => (typeof value === 'number' ? number(value) : textOf(value)));
  const read = isNumber ? numberToJson : textToJson;
  const shown =
    standard === undefined ? undefined : typeof standard === 'number' ? number(standard) : standard;
  return (
    <div>
      <TextInput
        label={label}
        description={description}
        placeholder={shown === undefined ? placeholder : say(fieldWords.standard, { value: shown })}
        value={field.text}
        error={field.error}
        required={required}
        disabled={field.disabled}
        autoComplete="off"
        spellCheck={false}
        maw={props.maxWidth ?? 520}
        inputMode={isNumber ? 'decimal' : kind}
        onChange={({ currentTarget: { value } }) => field.type(value, read(value))}
        onBlur={field.leave}
        onKeyDown={({ key }) => {
          if (key === 'Enter') {
            field.leave();
          }
        }}
      />
      <ConflictCard path={path} />
    </div>
  );
}

export interface LinesFieldProps {
  readonly path: string;
  readonly label: string;
  readonly description?: ReactNode;
  readonly placeholder?: string;
  readonly error?: string | undefined;
}

/** One entry per line. */
export function LinesField({ path, label, description, placeholder, error }: LinesFieldProps): ReactNode {
  const field = useField(path, inLines);
  return (
    <div>
      <Textarea
        label={label}
        description={description}
        placeholder={placeholder}
        value={field.text}
        error={field.draft === null ? (error ?? field.error) : field.error}
        disabled={field.disabled}
        autosize
        minRows={2}
        maw={520}
        spellCheck={false}
        onChange={({ currentTarget: { value } }) => field.type(value, linesToJson(value))}
        onBlur={field.leave}
      />
      <ConflictCard path={path} />
    </div>
  );
}

const inLines = (value: Json): string => (Array.isArray(value) ? textsIn(value).join('\n') : textOf(value));
