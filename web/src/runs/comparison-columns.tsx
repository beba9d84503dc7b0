// The columns of a comparison.

import { Text } from '@mantine/core';
import { useMemo } from 'react';
import type { Column } from '../ui/data-table.tsx';
import { WordBadge } from '../ui/state-badge.tsx';
import { partWords } from '../words/common.ts';
import { actionWords, comparisonWords } from '../words/runs.ts';
import { useFormat, useSay } from '../words/say.ts';
import { nameOf } from './actions.ts';
import type { ComparedRow, Verdict } from './compare-rows.ts';
import { verdictOf } from './compare-rows.ts';
import { recordText } from './record-text.ts';

const verdicts = {
  same: { words: comparisonWords.isSame, look: ['green', 'check'] },
  differs: { words: comparisonWords.differs, look: ['yellow', 'warn'] },
  missing: { words: comparisonWords.missing, look: ['red', 'cross'] },
} as const satisfies Record<Verdict, unknown>;

export function useComparisonColumns(): readonly Column<ComparedRow>[] {
  const say = useSay();
  const { date } = useFormat();
  return useMemo(() => {
    const record = (text: string | null): string =>
      text === null ? say(actionWords.none) : recordText(text, { say, date });
    const person = ({ employee }: ComparedRow): string => nameOf(employee) ?? say(actionWords.nobody);
    const verdict = (row: ComparedRow): string => say(verdicts[verdictOf(row)].words);
    const part = (row: ComparedRow): string => say(partWords[row.part]);
    return [
      {
        key: 'verdict',
        header: say(comparisonWords.verdict),
        cell: (row) => <WordBadge look={verdicts[verdictOf(row)].look}>{verdict(row)}</WordBadge>,
        text: verdict,
        sort: ({ same }) => same,
      },
      {
        key: 'person',
        header: say(actionWords.person),
        names: true,
        cell: person,
        text: person,
        sort: ({ employee }) => nameOf(employee),
      },
      {
        key: 'date',
        header: say(actionWords.date),
        cell: (row) =>
          row.date === null ? (
            ''
          ) : (
            <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
              {date(row.date)}
            </Text>
          ),
        text: (row) => (row.date === null ? '' : date(row.date)),
        sort: (row) => row.date,
      },
      {
        key: 'part',
        header: say(actionWords.part),
        cell: (row) => (row.type === null ? part(row) : `${part(row)}: ${row.type}`),
        text: (row) => `${part(row)} ${row.type ?? ''}`,
        sort: part,
      },
      {
        key: 'ours',
        header: say(comparisonWords.ours),
        cell: ({ ours }) => record(ours),
        text: ({ ours }) => record(ours),
      },
      {
        key: 'theirs',
        header: say(comparisonWords.theirs),
        cell: ({ theirs }) => record(theirs),
        text: ({ theirs }) => record(theirs),
      },
    ];
  }, [say, date]);
}
