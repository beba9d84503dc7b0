// One of a few values, saved when it is chosen. What holds while nothing is chosen is shown as the standard.

import { NativeSelect, Radio, Stack, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSay } from '../../words/say.ts';
import { fieldWords } from '../../words/steps-frame.ts';
import type { Json } from '../form/json.ts';
import { sameJson, textOf } from '../form/json.ts';
import { ConflictCard } from './conflict-card.tsx';
import { useField } from './use-field.ts';

export interface Option {
  readonly value: Json;
  readonly label: string;
  readonly description?: string;
}

export interface ChoiceFieldProps {
  readonly path: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly description?: ReactNode;
  readonly required?: boolean;
  /** Holds while nothing is chosen. Left out: nothing holds, and one has to choose. */
  readonly standard?: Json;
}

export function ChoiceField(props: ChoiceFieldProps): ReactNode {
  const { path, label, options, description, required = false, standard } = props;
  const say = useSay();
  const field = useField(path);
  const shown = useShown(options, field.value, standard);
  return (
    <div>
      <NativeSelect
        label={label}
        description={description}
        error={field.error}
        required={required}
        disabled={field.disabled}
        maw={520}
        value={String(shown.index)}
        data={[
          ...(shown.index < 0 ? [{ value: '-1', label: shown.odd ?? say(fieldWords.nothingChosen) }] : []),
          ...options.map((option, index) => ({
            value: String(index),
            label: isStandard(option, standard)
              ? say(fieldWords.standard, { value: option.label })
              : option.label,
          })),
        ]}
        onChange={({ currentTarget: { value } }) => {
          const option = options[Number(value)];
          if (option !== undefined) {
            field.choose(option.value);
          }
        }}
        onBlur={field.leave}
      />
      <ConflictCard path={path} inWords={wordsFrom(options)} />
    </div>
  );
}

/** The same with every option and its explanation in sight. */
export function RadioField(props: ChoiceFieldProps): ReactNode {
  const { path, label, options, description, required = false, standard } = props;
  const say = useSay();
  const field = useField(path);
  const { index: shown } = useShown(options, field.value, standard);
  return (
    <div>
      <Radio.Group
        label={label}
        description={description}
        error={field.error}
        required={required}
        value={String(shown)}
        onChange={(value) => {
          const option = options[Number(value)];
          if (option !== undefined) {
            field.choose(option.value);
          }
        }}
      >
        <Stack gap="xs" mt="xs">
          {options.map((option, index) => (
            <Radio
              key={option.label}
              value={String(index)}
              disabled={field.disabled}
              label={
                isStandard(option, standard)
                  ? say(fieldWords.standard, { value: option.label })
                  : option.label
              }
              description={option.description}
            />
          ))}
        </Stack>
      </Radio.Group>
      <ConflictCard path={path} inWords={wordsFrom(options)} />
    </div>
  );
}

export interface SwitchFieldProps {
  readonly path: string;
  readonly label: string;
  readonly description?: string;
  readonly standard: boolean;
}

export function SwitchField({ path, label, description, standard }: SwitchFieldProps): ReactNode {
  const field = useField(path);
  return (
    <div>
      <Switch
        label={label}
        description={description}
        error={field.error}
        disabled={field.disabled}
        checked={typeof field.value === 'boolean' ? field.value : standard}
        onChange={({ currentTarget: { checked } }) => field.choose(checked)}
      />
      <ConflictCard path={path} />
    </div>
  );
}

/** A value that is none of the options (from a file, say) is shown as it is. */
function useShown(
  options: readonly Option[],
  value: Json,
  standard: Json | undefined,
): { readonly index: number; readonly odd: string | null } {
  const wanted = value ?? standard ?? null;
  const index = options.findIndex((option) => sameChoice(option.value, wanted));
  return { index, odd: index < 0 && wanted !== null ? JSON.stringify(wanted) : null };
}

const isStandard = (option: Option, standard: Json | undefined): boolean =>
  standard !== undefined && sameChoice(option.value, standard);

function wordsFrom(options: readonly Option[]): (value: Json) => string {
  return (value) => options.find((option) => sameChoice(option.value, value))?.label ?? JSON.stringify(value);
}

/** Of a list of words the order does not matter. */
function sameChoice(a: Json, b: Json): boolean {
  return Array.isArray(a) && Array.isArray(b) ? sameJson(inOrder(a), inOrder(b)) : sameJson(a, b);
}

const inOrder = (list: readonly Json[]): Json => list.map(textOf).sort();
