// The fields of one condition; values come from what people in Personio have.

import { NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSay } from '../../words/say.ts';
import { scopeWords } from '../../words/steps-users.ts';
import { PeoplePicker } from '../fields/people-picker.tsx';
import type { Choices } from '../live/choices.ts';
import { useChoices } from '../live/choices.ts';
import { textChoices } from '../live/name-choices.ts';
import type { Condition, ConditionField } from './conditions.ts';
import { conditionFields } from './conditions.ts';

export interface ConditionFieldsProps {
  readonly condition: Condition;
  readonly onChange: (condition: Condition) => void;
  readonly error?: string | undefined;
}

export function ConditionFields({ condition, onChange, error }: ConditionFieldsProps): ReactNode {
  const say = useSay();
  const { data } = useChoices();
  const people = data?.personio ?? null;
  return (
    <Stack gap="sm">
      <Text size="sm">{say(scopeWords.all)}</Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} maw={640}>
        {conditionFields.map((field) => (
          <ValueField
            key={field}
            label={say(scopeWords[field])}
            texts={people === null ? undefined : valuesOf(people, field)}
            value={condition[field]}
            onChange={(value) => onChange({ ...condition, [field]: value })}
          />
        ))}
      </SimpleGrid>
      <PeoplePicker
        label={say(scopeWords.ids)}
        people={people?.employees ?? null}
        ids={condition.ids}
        onChange={(ids) => onChange({ ...condition, ids })}
        error={error}
      />
    </Stack>
  );
}

function valuesOf(people: NonNullable<Choices['personio']>, field: ConditionField): readonly string[] {
  switch (field) {
    case 'office':
      return people.offices;
    case 'department':
      return people.departments;
    case 'subcompany':
      return people.subcompanies;
    case 'employmentType':
      return people.employmentTypes;
    default:
      return field satisfies never;
  }
}

interface ValueFieldProps {
  readonly label: string;
  readonly texts: readonly string[] | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function ValueField({ label, texts, value, onChange }: ValueFieldProps): ReactNode {
  const say = useSay();
  const choices = textChoices(texts);
  if (choices === null || choices.length === 0) {
    return (
      <TextInput
        label={label}
        placeholder={say(scopeWords.any)}
        value={value}
        autoComplete="off"
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    );
  }
  const known = value === '' || choices.some((choice) => choice.value === value);
  return (
    <NativeSelect
      label={label}
      value={value}
      data={[
        { value: '', label: say(scopeWords.any) },
        ...choices,
        ...(known ? [] : [{ value, label: value }]),
      ]}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
