// A date of the form.

import type { ReactNode } from 'react';
import { DateField } from '../../ui/date-field.tsx';
import { useFormat } from '../../words/say.ts';
import { textOf } from '../form/json.ts';
import { ConflictCard } from './conflict-card.tsx';
import { useField } from './use-field.ts';

export interface DateOfFieldProps {
  readonly path: string;
  readonly label: string;
  readonly description?: ReactNode;
  readonly required?: boolean;
}

export function DateOfField({ path, label, description, required = false }: DateOfFieldProps): ReactNode {
  const { date } = useFormat();
  const field = useField(path);
  // What is no date is told by the field itself, in the form in which people type dates here.
  const isDate = field.value === null || /^\d{4}-\d\d-\d\d$/.test(textOf(field.value));
  return (
    <div>
      <DateField
        label={label}
        value={field.value === null ? null : textOf(field.value)}
        description={description}
        error={isDate || field.draft !== null ? field.error : undefined}
        required={required}
        disabled={field.disabled}
        onChange={field.choose}
      />
      <ConflictCard path={path} inWords={(value) => date(textOf(value))} />
    </div>
  );
}
