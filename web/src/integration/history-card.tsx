// The last 30 days: a sentence, a picture, and the same as a table.

import { Paper, Stack, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useId, useMemo } from 'react';
import type { IntegrationView } from '../api/types.ts';
import { useAsk } from '../api/use.ts';
import { ScrollFrame } from '../ui/scroll-frame.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { historyWords } from '../words/integration.ts';
import { useFormat, useSay } from '../words/say.ts';
import type { DayShown, HistoryDay } from './history.ts';
import { dayOf, lastDays, totalsOf } from './history.ts';
import { HistoryPicture } from './history-picture.tsx';
import './integration.css';

export function HistoryCard({ view }: { readonly view: IntegrationView }): ReactNode {
  const say = useSay();
  const asked = useAsk('readHistory', { params: { id: view.id } });
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Title order={2}>{say(historyWords.title)}</Title>
        {asked.data !== undefined ? (
          <History history={asked.data.days} />
        ) : asked.isError ? (
          <Trouble of={asked.error} onRetry={asked.refetch} />
        ) : (
          <Waiting>{say(historyWords.waiting)}</Waiting>
        )}
      </Stack>
    </Paper>
  );
}

function History({ history }: { readonly history: readonly HistoryDay[] }): ReactNode {
  const say = useSay();
  const { count } = useFormat();
  const days = useMemo(() => lastDays(history, dayOf(new Date())), [history]);
  const totals = totalsOf(days);
  if (totals === null) {
    return <Text>{say(historyWords.noRuns)}</Text>;
  }
  const sentence = say(historyWords.sentence, {
    writes: count(totals.writes, historyWords.writesOne, historyWords.writesMany),
    issues: count(totals.issues, historyWords.openOne, historyWords.openMany),
  });
  return (
    <>
      <Text>{sentence}</Text>
      <HistoryPicture days={days} label={sentence} />
      <details className="folded">
        <summary>{say(historyWords.asTable)}</summary>
        <DayTable days={days} />
      </details>
    </>
  );
}

function DayTable({ days }: { readonly days: readonly DayShown[] }): ReactNode {
  const say = useSay();
  const { weekday, number } = useFormat();
  const titleId = useId();
  return (
    <ScrollFrame labelledBy={titleId}>
      <Table verticalSpacing={4}>
        <Table.Caption id={titleId} className="caption">
          {say(historyWords.title)}
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{say(historyWords.day)}</Table.Th>
            {[historyWords.runs, historyWords.writes, historyWords.open].map((words) => (
              <Table.Th key={words.en} scope="col" ta="right">
                {say(words)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {[...days].reverse().map(({ date, told }) => (
            <Table.Tr key={date}>
              <Table.Th scope="row" fw={500} className="no-wrap">
                {weekday(date)}
              </Table.Th>
              {[told?.runs ?? 0, told?.writes ?? null, told?.issues ?? null].map((value, index) => (
                <Table.Td key={index} ta="right">
                  {value === null ? '–' : number(value)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollFrame>
  );
}
