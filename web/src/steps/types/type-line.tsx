// One type of TimeTac: where it goes, whether, and what is to be said about it.

import { Button, Checkbox, NativeSelect, Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from '../../ui/icons.tsx';
import { common } from '../../words/common.ts';
import type { Say } from '../../words/say.ts';
import { useSay } from '../../words/say.ts';
import { becauseWords, typesWords } from '../../words/steps-types.ts';
import { useForm } from '../form.ts';
import { mistakesWithin } from '../form/json.ts';
import type { Choices } from '../live/choices.ts';
import type { RowChange, TypeRow } from './rows.ts';
import { personioTypeOf } from './rows.ts';

export interface TypeLineProps {
  readonly row: TypeRow;
  readonly types: Choices['personioTypes'];
  readonly onChange: (change: RowChange) => void;
  readonly onRemove: () => void;
}

export function TypeLine({ row, types, onChange, onRemove }: TypeLineProps): ReactNode {
  const say = useSay();
  const { mayEdit } = useForm();
  const target = personioTypeOf(types, row.personio);
  const chosen = target === null ? (row.personio ?? '') : valueOf(target, types ?? []);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {withUnit(say, row.name, row.unit)}
        {row.name === row.timetac ? null : (
          <Text size="xs" c="dimmed">
            {row.timetac}
          </Text>
        )}
      </Table.Th>
      <Table.Td>
        <NativeSelect
          aria-label={say(typesWords.personioOf, { type: row.name })}
          disabled={!mayEdit}
          value={chosen}
          miw={180}
          data={[
            { value: '', label: say(typesWords.none) },
            ...(types ?? []).map((type) => ({
              value: valueOf(type, types ?? []),
              label: withUnit(say, type.name, type.unit),
            })),
            ...(chosen === '' || target !== null ? [] : [{ value: chosen, label: chosen }]),
          ]}
          onChange={({ currentTarget: { value } }) => onChange({ personio: value === '' ? null : value })}
        />
      </Table.Td>
      <Table.Td>
        <NativeSelect
          aria-label={say(typesWords.syncOf, { type: row.name })}
          disabled={!mayEdit}
          value={row.sync === null ? '' : String(row.sync)}
          miw={row.sync === null ? 165 : 110}
          data={[
            ...(row.sync === null ? [{ value: '', label: say(typesWords.undecidedRow) }] : []),
            { value: 'true', label: say(typesWords.yes) },
            { value: 'false', label: say(typesWords.no) },
          ]}
          onChange={({ currentTarget: { value } }) => onChange({ sync: value === 'true' })}
        />
      </Table.Td>
      <Table.Td>
        <Checkbox
          aria-label={say(typesWords.worksOf, { type: row.name })}
          disabled={!mayEdit}
          checked={row.worksThatDay}
          onChange={({ currentTarget: { checked } }) => onChange({ worksThatDay: checked })}
        />
      </Table.Td>
      <Table.Td>
        <Notes row={row} isMissingThere={types !== null && row.personio !== null && target === null} />
        {row.isGone && mayEdit ? (
          <Button
            size="compact-sm"
            variant="default"
            mt={4}
            aria-label={say(typesWords.removeRow, { type: row.name })}
            onClick={onRemove}
          >
            {say(common.remove)}
          </Button>
        ) : null}
      </Table.Td>
    </Table.Tr>
  );
}

interface NotesProps {
  readonly row: TypeRow;
  readonly isMissingThere: boolean;
}

function Notes({ row, isMissingThere }: NotesProps): ReactNode {
  const say = useSay();
  const { integration, draft } = useForm();
  const mistakes =
    row.at === null || draft('absences.types') !== null
      ? []
      : mistakesWithin(integration.mistakes, `absences.types[${row.at}]`).map(({ message }) => message);
  const warnings = [
    ...(row.isGone ? [typesWords.gone] : []),
    ...(isMissingThere ? [typesWords.goneThere] : []),
    ...row.warnings,
    ...mistakes,
  ];
  return (
    <Stack gap={4} maw={340} miw={warnings.length === 0 ? 0 : 220}>
      {row.because === 'mapped' ? null : (
        <Text size="sm" c="dimmed">
          {say(becauseWords[row.because])}
        </Text>
      )}
      {warnings.map((warning) => (
        <Text key={warning.en} size="sm" className="steps-line" component="span">
          <Icon name="warn" />
          <span>{say(warning)}</span>
        </Text>
      ))}
    </Stack>
  );
}

function withUnit(say: Say, name: string, unit: 'days' | 'hours' | null): string {
  return unit === null ? name : say(typesWords.named, { name, unit: say(typesWords[unit]) });
}

type PersonioType = NonNullable<Choices['personioTypes']>[number];

/** The name, as in the requirement form; the id where the name is there twice. */
function valueOf(type: PersonioType, types: readonly PersonioType[]): string {
  return types.filter(({ name }) => name === type.name).length > 1 ? type.id : type.name;
}
