// What became of how many records, per part.

import { Table, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useId } from 'react';
import type { Counts, Part, PartCounts } from '../api/types.ts';
import { ScrollFrame } from '../ui/scroll-frame.tsx';
import { partWords } from '../words/common.ts';
import { countWords, runPageWords } from '../words/runs.ts';
import { useFormat, useSay } from '../words/say.ts';

const parts: readonly Part[] = ['employees', 'absences', 'attendances'];
const always: readonly (keyof Counts)[] = ['created', 'updated', 'deleted', 'unchanged'];
const order: readonly (keyof Counts)[] = [
  'created',
  'updated',
  'deleted',
  'adopted',
  'unchanged',
  'held',
  'failed',
];

export function CountsTable({ counts }: { readonly counts: PartCounts }): ReactNode {
  const say = useSay();
  const { number } = useFormat();
  const captionId = useId();
  const columns = order.filter(
    (column) => always.includes(column) || parts.some((part) => counts[part][column] > 0),
  );
  return (
    <ScrollFrame labelledBy={captionId}>
      <Table verticalSpacing="xs">
        <Table.Caption id={captionId} className="caption-hidden">
          <VisuallyHidden>{say(runPageWords.countsLabel)}</VisuallyHidden>
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{say(runPageWords.part)}</Table.Th>
            {columns.map((column) => (
              <Table.Th key={column} scope="col" ta="right">
                {say(countWords[column])}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {parts.map((part) => (
            <Table.Tr key={part}>
              <Table.Th scope="row" fw={500}>
                {say(partWords[part])}
              </Table.Th>
              {columns.map((column) => (
                <Table.Td key={column} ta="right" {...(counts[part][column] === 0 ? { c: 'dimmed' } : {})}>
                  {number(counts[part][column])}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollFrame>
  );
}
