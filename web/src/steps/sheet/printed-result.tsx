// What came of a filled-in form: which fields have mistakes, or what it has changed.

import { List, Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Mistake } from '../../api/types.ts';
import { ScrollFrame } from '../../ui/scroll-frame.tsx';
import { useFormat, useSay } from '../../words/say.ts';
import { sheetWords } from '../../words/steps-sheet.ts';
import type { FormDocument } from '../form/json.ts';
import { changedRows } from './changed-rows.ts';
import { printedLabel } from './printed-fields.ts';

export function PrintedMistakes({ mistakes }: { readonly mistakes: readonly Mistake[] }): ReactNode {
  const say = useSay();
  return mistakes.length === 0 ? null : (
    <List size="sm" aria-label={say(sheetWords.printedFields)}>
      {mistakes.map((mistake, index) => {
        const label = printedLabel(mistake.path, say);
        return (
          <List.Item key={`${index} ${mistake.path}`}>
            {label === null ? null : <b>{label}: </b>}
            {say(mistake.message)} {mistake.hint === null ? '' : say(mistake.hint)}
          </List.Item>
        );
      })}
    </List>
  );
}

interface TakenProps {
  readonly before: FormDocument;
  readonly after: FormDocument;
}

export function Taken({ before, after }: TakenProps): ReactNode {
  const say = useSay();
  const format = useFormat();
  const rows = changedRows(before, after, { say, format });
  if (rows.length === 0) {
    return <Text size="sm">{say(sheetWords.printedNothing)}</Text>;
  }
  const title = say(sheetWords.printedTaken);
  return (
    <Stack gap="xs">
      <Text fw={600}>{title}</Text>
      <ScrollFrame label={title}>
        <Table withTableBorder aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{say(sheetWords.field)}</Table.Th>
              <Table.Th scope="col">{say(sheetWords.before)}</Table.Th>
              <Table.Th scope="col">{say(sheetWords.after)}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.label}>
                <Table.Th scope="row" fw={500}>
                  {row.label}
                </Table.Th>
                <Table.Td>{row.before ?? say(sheetWords.nothing)}</Table.Td>
                <Table.Td>{row.after ?? say(sheetWords.nothing)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollFrame>
    </Stack>
  );
}
