// The head of a column; a button where the column can be sorted.

import { Group, Table, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';
import type { Sorting } from './rows.ts';

export interface SortHeaderProps {
  readonly header: string;
  readonly align: 'left' | 'right';
  /** null: cannot be sorted. */
  readonly column: string | null;
  readonly sorting: Sorting | null;
  readonly onSort: (sorting: Sorting) => void;
}

export function SortHeader({ header, align, column, sorting, onSort }: SortHeaderProps): ReactNode {
  if (column === null) {
    return (
      <Table.Th scope="col" ta={align}>
        {header}
      </Table.Th>
    );
  }
  const here = sorting?.column === column ? sorting : null;
  const icon = here === null ? 'both' : here.down ? 'down' : 'up';
  return (
    <Table.Th
      scope="col"
      ta={align}
      aria-sort={here === null ? 'none' : here.down ? 'descending' : 'ascending'}
    >
      <UnstyledButton fw={700} fz="sm" onClick={() => onSort({ column, down: here !== null && !here.down })}>
        <Group gap={4} wrap="nowrap" justify={align === 'right' ? 'flex-end' : 'flex-start'}>
          {header}
          <Icon name={icon} size={14} />
        </Group>
      </UnstyledButton>
    </Table.Th>
  );
}
