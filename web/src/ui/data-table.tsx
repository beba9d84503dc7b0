// A table that can be filtered and sorted. It scrolls inside its frame; long ones are shown by the hundred.

import { Button, Group, Stack, Table, Text, TextInput, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDeferredValue, useId, useMemo, useState } from 'react';
import { common } from '../words/common.ts';
import { useLanguage, useSay } from '../words/say.ts';
import { Icon } from './icons.tsx';
import type { RowTexts, Sorting } from './rows.ts';
import { filterRows, sortRows } from './rows.ts';
import { SortHeader } from './sort-header.tsx';
import { ScrollFrame } from './scroll-frame.tsx';

export interface Column<Row> extends RowTexts<Row> {
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: 'left' | 'right';
  /** The cell that names the row, for screen readers. */
  readonly names?: boolean;
}

export interface DataTableProps<Row> {
  /** Says what the table holds; read out, and shown where `showCaption`. */
  readonly caption: string;
  readonly showCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row, index: number) => string;
  /** Offers a filter; left out: only where there are more than ten rows, or were when somebody typed one. */
  readonly filter?: boolean;
  readonly firstSort?: Sorting;
  /** Beside the filter: further choices, downloads. */
  readonly tools?: ReactNode;
}

const SHOWN = 100;

export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { caption, showCaption = false, columns, rows, rowKey, tools } = props;
  const say = useSay();
  const { language } = useLanguage();
  const [typed, setTyped] = useState('');
  const [sorting, setSorting] = useState<Sorting | null>(props.firstSort ?? null);
  const [limit, setLimit] = useState(SHOWN);
  const wanted = useDeferredValue(typed);
  const fitting = useMemo(
    () => sortRows(filterRows(rows, columns, wanted), columns, sorting, language),
    [rows, columns, wanted, sorting, language],
  );
  const offersFilter = props.filter ?? (rows.length > 10 || typed !== '');
  const captionId = useId();
  const text = showCaption ? <Text fw={600}>{caption}</Text> : <VisuallyHidden>{caption}</VisuallyHidden>;
  return (
    <Stack gap="xs">
      {offersFilter || tools !== undefined ? (
        <Group justify="space-between" align="flex-end" gap="sm">
          {offersFilter ? (
            <FilterField typed={typed} onType={setTyped} shown={fitting.length} all={rows.length} />
          ) : null}
          {tools}
        </Group>
      ) : null}
      <ScrollFrame labelledBy={captionId}>
        <Table highlightOnHover verticalSpacing="xs">
          <Table.Caption id={captionId} className={showCaption ? 'caption' : 'caption-hidden'}>
            {text}
          </Table.Caption>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <SortHeader
                  key={column.key}
                  header={column.header}
                  align={column.align ?? 'left'}
                  column={column.sort === undefined ? null : column.key}
                  sorting={sorting}
                  onSort={setSorting}
                />
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {fitting.slice(0, limit).map((row, index) => (
              <Table.Tr key={rowKey(row, index)}>
                {columns.map((column) => (
                  <Cell key={column.key} column={column} row={row} />
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollFrame>
      {fitting.length === 0 && rows.length > 0 ? <Text>{say(common.noRowFits)}</Text> : null}
      {fitting.length > limit ? (
        <Group>
          <Button variant="default" onClick={() => setLimit(limit + 10 * SHOWN)}>
            {say(common.showMore)}
          </Button>
          <Text size="sm">{say(common.rowsShown, { shown: limit, all: fitting.length })}</Text>
        </Group>
      ) : null}
    </Stack>
  );
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }): ReactNode {
  const align = column.align ?? 'left';
  return column.names === true ? (
    <Table.Th scope="row" ta={align} fw={500}>
      {column.cell(row)}
    </Table.Th>
  ) : (
    <Table.Td ta={align}>{column.cell(row)}</Table.Td>
  );
}

function FilterField(props: {
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly shown: number;
  readonly all: number;
}): ReactNode {
  const say = useSay();
  return (
    <Group align="flex-end" gap="sm">
      <TextInput
        label={say(common.filter)}
        placeholder={say(common.filterPlaceholder)}
        leftSection={<Icon name="search" />}
        value={props.typed}
        onChange={(event) => props.onType(event.currentTarget.value)}
      />
      <Text size="sm" role="status" pb={8}>
        {say(common.rowsShown, { shown: props.shown, all: props.all })}
      </Text>
    </Group>
  );
}
