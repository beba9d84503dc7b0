// One rule: for whom, and what differs from the defaults.

import { Button, Group, NativeSelect, Paper, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { common } from '../../words/common.ts';
import { useSay } from '../../words/say.ts';
import { rulesWords, scopeWords, usersWords } from '../../words/steps-users.ts';
import type { NameChoice } from '../fields/name-field.tsx';
import type { Json } from '../form/json.ts';
import { sameJson } from '../form/json.ts';
import { useChoices } from '../live/choices.ts';
import { nameChoices } from '../live/name-choices.ts';
import { ConditionFields } from './condition-fields.tsx';
import { languages, moduleSets } from './module-sets.ts';
import type { Rule, RuleGaps } from './rule.ts';
import { ruleJson } from './rule.ts';

export interface RuleFormProps {
  readonly title: string;
  readonly rule: Rule;
  readonly onChange: (rule: Rule) => void;
  readonly onSave: (rule: Json) => void;
  readonly onCancel: () => void;
}

export function RuleForm({ title, rule, onChange, onSave, onCancel }: RuleFormProps): ReactNode {
  const say = useSay();
  const [gaps, setGaps] = useState<RuleGaps | null>(null);
  const save = (): void => {
    const made = ruleJson(rule);
    setGaps('gaps' in made ? made.gaps : null);
    if ('rule' in made) {
      onSave({ ...made.rule });
    }
  };
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Title order={3}>{title}</Title>
        <Text fw={600}>{say(rulesWords.whom)}</Text>
        <ConditionFields
          condition={rule.when}
          onChange={(when) => onChange({ ...rule, when })}
          error={gaps?.when === true ? say(scopeWords.conditionEmpty) : undefined}
        />
        <Text fw={600}>{say(rulesWords.what)}</Text>
        <Differences rule={rule} onChange={onChange} />
        {gaps?.defaults === true ? (
          <Text role="alert" size="sm" c="var(--mantine-color-error)">
            {say(rulesWords.defaultsEmpty)}
          </Text>
        ) : null}
        <Group>
          <Button onClick={save}>{say(rulesWords.save)}</Button>
          <Button variant="default" onClick={onCancel}>
            {say(common.cancel)}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

function Differences({ rule, onChange }: Pick<RuleFormProps, 'rule' | 'onChange'>): ReactNode {
  const say = useSay();
  const { data } = useChoices();
  const yesNo = [
    { value: 'true', label: say(usersWords.on) },
    { value: 'false', label: say(usersWords.off) },
  ];
  const yesNoValue = (value: boolean | null): string => (value === null ? '' : String(value));
  const yesNoFrom = (text: string): boolean | null => (text === '' ? null : text === 'true');
  const set = moduleSets.findIndex((one) =>
    sameJson([...one.value].sort(), [...(rule.modules ?? [])].sort()),
  );
  const names = [
    ['department', data?.departments],
    ['workingTimeModel', data?.workingTimeModels],
    ['holidayCalendar', data?.holidayCalendars],
  ] as const;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} maw={640}>
      {names.map(([field, list]) => (
        <Difference
          key={field}
          label={say(usersWords[field])}
          choices={nameChoices(say, list)}
          value={rule[field] ?? ''}
          onChange={(text) => onChange({ ...rule, [field]: text === '' ? null : text })}
        />
      ))}
      <Difference
        label={say(usersWords.modules)}
        choices={moduleSets.map(({ words }, index) => ({ value: String(index), label: say(words) }))}
        value={set < 0 ? '' : String(set)}
        onChange={(text) => onChange({ ...rule, modules: moduleSets[Number(text || -1)]?.value ?? null })}
      />
      {(['mobileApps', 'statusOverview'] as const).map((field) => (
        <Difference
          key={field}
          label={say(usersWords[field])}
          choices={yesNo}
          value={yesNoValue(rule[field])}
          onChange={(text) => onChange({ ...rule, [field]: yesNoFrom(text) })}
        />
      ))}
      <Difference
        label={say(usersWords.language)}
        choices={languages.map(({ value, words }) => ({ value, label: say(usersWords[words]) }))}
        value={rule.language ?? ''}
        onChange={(text) => onChange({ ...rule, language: text === '' ? null : text })}
      />
    </SimpleGrid>
  );
}

interface DifferenceProps {
  readonly label: string;
  readonly choices: readonly NameChoice[] | null;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Difference({ label, choices, value, onChange }: DifferenceProps): ReactNode {
  const say = useSay();
  const standard = say(rulesWords.asDefault);
  if (choices === null) {
    return (
      <TextInput
        label={label}
        placeholder={standard}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    );
  }
  const known = value === '' || choices.some((choice) => choice.value === value);
  return (
    <NativeSelect
      label={label}
      value={value}
      data={[{ value: '', label: standard }, ...choices, ...(known ? [] : [{ value, label: value }])]}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
