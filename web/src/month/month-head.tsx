// The head of a month's table: hours and days, each of both sides.

import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Sorting } from '../ui/rows.ts';
import { SortHeader } from '../ui/sort-header.tsx';
import { sideWords } from '../words/common.ts';
import { monthTableWords } from '../words/month.ts';
import { useSay } from '../words/say.ts';

export interface MonthHeadProps {
  readonly sorting: Sorting | null;
  readonly onSort: (sorting: Sorting) => void;
}

const heads = [
  ['person', monthTableWords.person, 'left'],
  ['timetac-hours', sideWords.timetac, 'right'],
  ['personio-hours', sideWords.personio, 'right'],
  ['hours', monthTableWords.difference, 'right'],
  ['timetac-days', sideWords.timetac, 'right'],
  ['personio-days', sideWords.personio, 'right'],
  ['days', monthTableWords.difference, 'right'],
  [null, monthTableWords.why, 'left'],
  ['dates', monthTableWords.dates, 'left'],
] as const;

export function MonthHead({ sorting, onSort }: MonthHeadProps): ReactNode {
  const say = useSay();
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Td />
        <Table.Th scope="colgroup" colSpan={3} className="month-group">
          {say(monthTableWords.hours)}
        </Table.Th>
        <Table.Th scope="colgroup" colSpan={3} className="month-group">
          {say(monthTableWords.days)}
        </Table.Th>
        <Table.Td colSpan={2} />
      </Table.Tr>
      <Table.Tr>
        {heads.map(([column, words, align]) => (
          <SortHeader
            key={column ?? 'open'}
            header={say(words)}
            align={align}
            column={column}
            sorting={sorting}
            onSort={onSort}
          />
        ))}
      </Table.Tr>
    </Table.Thead>
  );
}
