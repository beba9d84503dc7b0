// Everybody of a month: hours and days of both sides, the difference, what is open, and the days that differ.

import { Button, Group, Stack, Switch, Table, Text, TextInput, Title, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDeferredValue, useId, useMemo, useState } from 'react';
import { Icon } from '../ui/icons.tsx';
import type { Sorting } from '../ui/rows.ts';
import { sortRows } from '../ui/rows.ts';
import { ScrollFrame } from '../ui/scroll-frame.tsx';
import { common } from '../words/common.ts';
import { monthTableWords } from '../words/month.ts';
import { useLanguage, useSay } from '../words/say.ts';
import type { MonthCheck, RowChoice } from './differences.ts';
import { chooseRows } from './differences.ts';
import { monthColumns } from './month-columns.ts';
import { MonthHead } from './month-head.tsx';
import { MonthLine, TotalLine } from './month-line.tsx';

export interface MonthTableProps {
  readonly id: string;
  readonly check: MonthCheck;
  /** The month's name. */
  readonly month: string;
}

const SHOWN = 100;

export function MonthTable({ id, check, month }: MonthTableProps): ReactNode {
  const say = useSay();
  const { language } = useLanguage();
  const { rows, differing, totals } = check;
  const [choice, setChoice] = useState<RowChoice>({ typed: '', onlyDiffering: differing > 0 });
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [limit, setLimit] = useState(SHOWN);
  const wanted = useDeferredValue(choice);
  const shown = useMemo(
    () => sortRows(chooseRows(rows, wanted), monthColumns, sorting, language),
    [rows, wanted, sorting, language],
  );
  const captionId = useId();
  return (
    <Stack gap="sm" component="section">
      <Title order={2}>{say(monthTableWords.title)}</Title>
      <Choice choice={choice} onChoose={setChoice} shown={shown.length} all={rows.length} />
      <ScrollFrame labelledBy={captionId}>
        <Table className="month-table" verticalSpacing="xs">
          <Table.Caption id={captionId} className="caption-hidden">
            <VisuallyHidden>{say(monthTableWords.caption, { month })}</VisuallyHidden>
          </Table.Caption>
          <MonthHead sorting={sorting} onSort={setSorting} />
          <Table.Tbody>
            {shown.slice(0, limit).map((row, index) => (
              <MonthLine key={row.employee?.personioId ?? index} id={id} row={row} />
            ))}
          </Table.Tbody>
          {totals === null ? null : (
            <Table.Tfoot>
              <TotalLine sums={totals} />
            </Table.Tfoot>
          )}
        </Table>
      </ScrollFrame>
      {shown.length === 0 ? <Text>{say(monthTableWords.noneFits)}</Text> : null}
      {shown.length > limit ? (
        <Group>
          <Button variant="default" onClick={() => setLimit(limit + 10 * SHOWN)}>
            {say(common.showMore)}
          </Button>
          <Text size="sm">{say(common.rowsShown, { shown: limit, all: shown.length })}</Text>
        </Group>
      ) : null}
      <Text size="sm" c="dimmed">
        {say(monthTableWords.differenceHint)}
      </Text>
    </Stack>
  );
}

interface ChoiceProps {
  readonly choice: RowChoice;
  readonly onChoose: (choice: RowChoice) => void;
  readonly shown: number;
  readonly all: number;
}

function Choice({ choice, onChoose, shown, all }: ChoiceProps): ReactNode {
  const say = useSay();
  return (
    <Group align="flex-end" gap="md">
      <TextInput
        label={say(monthTableWords.search)}
        leftSection={<Icon name="search" />}
        value={choice.typed}
        autoComplete="off"
        onChange={(event) => onChoose({ ...choice, typed: event.currentTarget.value })}
      />
      <Switch
        label={say(monthTableWords.onlyDiffering)}
        checked={choice.onlyDiffering}
        pb={8}
        onChange={(event) => onChoose({ ...choice, onlyDiffering: event.currentTarget.checked })}
      />
      <Text size="sm" role="status" pb={8}>
        {say(monthTableWords.shown, { shown, all })}
      </Text>
    </Group>
  );
}
