// Chooses people of Personio by name; where their list is missing, by their ids.

import { MultiSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useSay } from '../../words/say.ts';
import { fieldWords } from '../../words/steps-frame.ts';
import { scopeWords } from '../../words/steps-users.ts';
import { linesToJson, textsIn } from '../form/json.ts';
import type { PickablePerson } from './people-names.ts';
import { peopleNames } from './people-names.ts';

export interface PeoplePickerProps {
  readonly label: string;
  readonly people: readonly PickablePerson[] | null;
  readonly ids: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  readonly description?: string;
  readonly error?: string | undefined;
  readonly disabled?: boolean;
}

export function PeoplePicker(props: PeoplePickerProps): ReactNode {
  const { label, people, ids, onChange, description, error, disabled = false } = props;
  const say = useSay();
  if (people === null) {
    return <IdField {...props} />;
  }
  const names = peopleNames(people);
  const unknown = ids.filter((id) => !names.has(id));
  return (
    <MultiSelect
      label={label}
      description={description}
      error={error}
      disabled={disabled}
      placeholder={say(scopeWords.pick)}
      nothingFoundMessage={say(fieldWords.nothingFound)}
      data={[
        ...[...names].map(([value, label]) => ({ value, label })),
        ...unknown.map((id) => ({ value: id, label: id })),
      ]}
      value={[...ids]}
      onChange={onChange}
      searchable
      limit={100}
      maxDropdownHeight={280}
      maw={640}
      comboboxProps={{ withinPortal: false }}
    />
  );
}

function IdField({ label, ids, onChange, error, disabled = false }: PeoplePickerProps): ReactNode {
  const say = useSay();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      label={label}
      description={say(scopeWords.idsHint)}
      error={error}
      disabled={disabled}
      value={typed ?? ids.join(', ')}
      maw={640}
      autoComplete="off"
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        onChange(textsIn(linesToJson(value)));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
