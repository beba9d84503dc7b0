// One person of a month, with the days that differ behind a button; and the line of all together.

import { Button, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { nameOf } from '../runs/actions.ts';
import { Icon } from '../ui/icons.tsx';
import { monthPictureWords, monthTableWords } from '../words/month.ts';
import { useFormat, useSay } from '../words/say.ts';
import { CodeLinks } from './code-links.tsx';
import type { Measure, MonthRow, Sums } from './differences.ts';
import { differenceOf, signed } from './differences.ts';
import { DifferingDays } from './differing-days.tsx';

const COLUMNS = 9;

export function MonthLine({ id, row }: { readonly id: string; readonly row: MonthRow }): ReactNode {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const daysId = useId();
  const who = nameOf(row.employee) ?? say(monthPictureWords.someone);
  return (
    <>
      <Table.Tr>
        <Table.Th scope="row" fw={500} className="month-person">
          <bdi>{who}</bdi>
        </Table.Th>
        <Numbers sums={row} />
        <Table.Td className="month-why">
          <CodeLinks id={id} codes={row.open} />
        </Table.Td>
        <Table.Td>
          {row.days.length === 0 ? null : (
            <DaysButton
              n={row.days.length}
              who={who}
              open={open}
              controls={daysId}
              onClick={() => setOpen(!open)}
            />
          )}
        </Table.Td>
      </Table.Tr>
      {open ? (
        <Table.Tr id={daysId} className="month-open">
          <Table.Td colSpan={COLUMNS}>
            <DifferingDays id={id} row={row} who={who} />
          </Table.Td>
        </Table.Tr>
      ) : null}
    </>
  );
}

export function TotalLine({ sums }: { readonly sums: Sums }): ReactNode {
  const say = useSay();
  return (
    <Table.Tr>
      <Table.Th scope="row" className="month-person">
        {say(monthTableWords.total)}
      </Table.Th>
      <Numbers sums={sums} />
      <Table.Td colSpan={2} />
    </Table.Tr>
  );
}

function Numbers({ sums }: { readonly sums: Sums }): ReactNode {
  const { number } = useFormat();
  return (
    <>
      <Table.Td ta="right">{number(sums.timetacHours)}</Table.Td>
      <Table.Td ta="right">{number(sums.personioHours)}</Table.Td>
      <Difference sums={sums} measure="hours" />
      <Table.Td ta="right">{number(sums.timetacDays)}</Table.Td>
      <Table.Td ta="right">{number(sums.personioDays)}</Table.Td>
      <Difference sums={sums} measure="days" />
    </>
  );
}

function Difference({ sums, measure }: { readonly sums: Sums; readonly measure: Measure }): ReactNode {
  const { number } = useFormat();
  const value = differenceOf(sums, measure);
  return (
    <Table.Td ta="right">
      <Text span size="sm" className="no-wrap" {...(value === 0 ? { c: 'dimmed' } : { fw: 700 })}>
        {signed(value, number)}
      </Text>
    </Table.Td>
  );
}

interface DaysButtonProps {
  readonly n: number;
  readonly who: string;
  readonly open: boolean;
  readonly controls: string;
  readonly onClick: () => void;
}

function DaysButton({ n, who, open, controls, onClick }: DaysButtonProps): ReactNode {
  const say = useSay();
  const { count } = useFormat();
  const days = count(n, monthTableWords.dateOne, monthTableWords.dateMany);
  return (
    <Button
      variant="default"
      size="compact-sm"
      rightSection={<Icon name={open ? 'up' : 'down'} size={14} />}
      aria-expanded={open}
      aria-label={say(monthTableWords.datesOf, { days, who })}
      {...(open ? { 'aria-controls': controls } : {})}
      onClick={onClick}
    >
      {days}
    </Button>
  );
}
