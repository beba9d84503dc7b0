// What was open before a run and is not any more: nothing to do about it, so it is folded.

import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import type { Answer } from '../api/types.ts';
import type { Column } from '../ui/data-table.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { titleOf } from '../words/codes.ts';
import { partWords } from '../words/common.ts';
import { issueWords } from '../words/issues.ts';
import { actionWords, runPageWords, solvedWords } from '../words/runs.ts';
import { useFormat, useSay } from '../words/say.ts';
import { nameOf } from './actions.ts';
import { runAnchors } from './run-contents.tsx';

type SolvedLine = Answer<'readRun'>['solved'][number];

/** Nothing at all where nothing was solved. */
export function SolvedLines({ lines }: { readonly lines: readonly SolvedLine[] }): ReactNode {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const columns = useColumns();
  return lines.length === 0 ? null : (
    <Stack gap="sm" component="section" id={runAnchors.solved}>
      <Title order={2}>{say(runPageWords.solved)}</Title>
      <Group gap="sm">
        <Text>{say(runPageWords.solvedText)}</Text>
        <Button
          variant="default"
          size="compact-sm"
          aria-expanded={open}
          aria-label={`${say(open ? solvedWords.hide : solvedWords.show)}: ${say(runPageWords.solved)}`}
          onClick={() => setOpen(!open)}
        >
          {say(open ? solvedWords.hide : solvedWords.show)}
        </Button>
      </Group>
      {open ? (
        <>
          <DataTable
            caption={say(solvedWords.tableLabel)}
            columns={columns}
            rows={lines}
            rowKey={({ id }) => id}
          />
          {lines.some(({ why }) => why === 'not-watched') ? (
            <Text size="sm" c="dimmed" maw={720}>
              {say(solvedWords.notWatchedText)}
            </Text>
          ) : null}
        </>
      ) : null}
    </Stack>
  );
}

const whyWords = { solved: solvedWords.solved, 'not-watched': solvedWords.notWatched } as const;

function useColumns(): readonly Column<SolvedLine>[] {
  const say = useSay();
  const { date } = useFormat();
  return useMemo(() => {
    const person = (line: SolvedLine): string => nameOf(line.employee) ?? say(actionWords.nobody);
    const cause = (line: SolvedLine): string => say(titleOf(line.code));
    const why = (line: SolvedLine): string => say(whyWords[line.why]);
    const when = (line: SolvedLine): string =>
      line.date === null
        ? '–'
        : line.until === null || line.until === line.date
          ? date(line.date)
          : say(issueWords.range, { from: date(line.date), until: date(line.until) });
    return [
      { key: 'cause', header: say(solvedWords.cause), names: true, cell: cause, text: cause, sort: cause },
      { key: 'person', header: say(solvedWords.person), cell: person, text: person, sort: person },
      { key: 'date', header: say(solvedWords.date), cell: when, text: when, sort: (line) => line.date },
      { key: 'part', header: say(solvedWords.part), cell: (line) => say(partWords[line.part]) },
      { key: 'why', header: say(solvedWords.why), cell: why, text: why, sort: why },
    ];
  }, [say, date]);
}
