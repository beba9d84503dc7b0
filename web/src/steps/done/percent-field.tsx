// A share, typed in percent.

import { Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormat, useSay } from '../../words/say.ts';
import { fieldWords } from '../../words/steps-frame.ts';
import { ConflictCard } from '../fields/conflict-card.tsx';
import { useField } from '../fields/use-field.ts';
import { percentText, percentToJson } from './percent.ts';

export interface PercentFieldProps {
  readonly path: string;
  readonly label: string;
  readonly standard: number;
}

export function PercentField({ path, label, standard }: PercentFieldProps): ReactNode {
  const say = useSay();
  const { number } = useFormat();
  const field = useField(path, (value) => percentText(value, number));
  return (
    <div>
      <TextInput
        label={label}
        placeholder={say(fieldWords.standard, { value: percentText(standard, number) })}
        value={field.text}
        error={field.error}
        disabled={field.disabled}
        inputMode="decimal"
        autoComplete="off"
        maw={320}
        rightSection={<Text aria-hidden>%</Text>}
        onChange={({ currentTarget: { value } }) => field.type(value, percentToJson(value))}
        onBlur={field.leave}
      />
      <ConflictCard path={path} inWords={(value) => `${percentText(value, number)} %`} />
    </div>
  );
}
