// A name as it stands in the account: from the account's own list where there is one, else typed by hand.

import { Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSay } from '../../words/say.ts';
import { fieldWords } from '../../words/steps-frame.ts';
import { textToJson } from '../form/json.ts';
import { ConflictCard } from './conflict-card.tsx';
import { useField } from './use-field.ts';

export interface NameChoice {
  readonly value: string;
  readonly label: string;
}

export interface NameFieldProps {
  readonly path: string;
  readonly label: string;
  /** null: the list could not be read (yet). */
  readonly choices: readonly NameChoice[] | null;
  readonly description?: ReactNode;
  readonly required?: boolean;
  readonly clearable?: boolean;
  /** What holds while nothing is chosen; shown as such. */
  readonly standard?: string;
}

export function NameField(props: NameFieldProps): ReactNode {
  const { path, label, choices, description, required = false, clearable = false, standard } = props;
  const say = useSay();
  const field = useField(path);
  const known = choices === null || field.text === '' || choices.some(({ value }) => value === field.text);
  const common = { label, description, required, disabled: field.disabled, maw: 520 };
  return (
    <div>
      {choices === null ? (
        <TextInput
          {...common}
          value={field.text}
          error={field.error}
          autoComplete="off"
          onChange={({ currentTarget: { value } }) => field.type(value, textToJson(value))}
          onBlur={field.leave}
        />
      ) : (
        <Select
          {...common}
          data={known ? choices : [{ value: field.text, label: field.text }, ...choices]}
          value={field.text === '' ? null : field.text}
          error={field.error ?? (known ? undefined : say(fieldWords.notInList, { value: field.text }))}
          placeholder={
            standard === undefined
              ? say(fieldWords.searchHint)
              : say(fieldWords.standard, { value: standard })
          }
          nothingFoundMessage={say(fieldWords.nothingFound)}
          searchable
          clearable={clearable}
          clearButtonProps={{ 'aria-label': say(fieldWords.clear) }}
          allowDeselect={false}
          limit={200}
          maxDropdownHeight={280}
          comboboxProps={{ withinPortal: false }}
          onChange={(value) => field.choose(value)}
          onBlur={field.leave}
        />
      )}
      <ConflictCard path={path} />
    </div>
  );
}
