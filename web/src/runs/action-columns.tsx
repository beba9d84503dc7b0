// The columns of a table of actions.

import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import type { RunActionView, RunSummary } from '../api/types.ts';
import type { Column } from '../ui/data-table.tsx';
import { partWords } from '../words/common.ts';
import { actionWords } from '../words/runs.ts';
import { useFormat, useSay } from '../words/say.ts';
import { kindOrder, nameOf, wordsOf } from './actions.ts';
import { recordText } from './record-text.ts';

/** @param withReasons whether any action says why it cannot go: an empty column only takes up room */
export function useActionColumns(
  mode: RunSummary['mode'],
  withReasons: boolean,
): readonly Column<RunActionView>[] {
  const say = useSay();
  const { date } = useFormat();
  return useMemo(() => {
    const what = (action: RunActionView): string => {
      const words = wordsOf(action, mode);
      return words.around === null ? say(words.what) : say(words.around, { what: say(words.what) });
    };
    const person = ({ employee }: RunActionView): string => nameOf(employee) ?? say(actionWords.nobody);
    const record = (text: string | null): string =>
      text === null ? say(actionWords.none) : recordText(text, { say, date });
    const because = (action: RunActionView): string => (action.because === null ? '' : say(action.because));
    const columns: Column<RunActionView>[] = [
      {
        key: 'what',
        header: say(actionWords.what),
        cell: what,
        text: what,
        sort: ({ kind }) => kindOrder.indexOf(kind),
      },
      {
        key: 'person',
        header: say(actionWords.person),
        names: true,
        cell: person,
        text: (action) => `${person(action)} ${action.employee?.personioId ?? ''}`,
        sort: ({ employee }) => nameOf(employee),
      },
      {
        key: 'date',
        header: say(actionWords.date),
        cell: (action) =>
          action.date === null ? (
            ''
          ) : (
            <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
              {date(action.date)}
            </Text>
          ),
        text: (action) => (action.date === null ? '' : `${date(action.date)} ${action.date}`),
        sort: (action) => action.date,
      },
      {
        key: 'part',
        header: say(actionWords.part),
        cell: ({ part, type }) => <PartOf part={say(partWords[part])} type={type} />,
        text: ({ part, type }) => `${say(partWords[part])} ${type ?? ''}`,
        sort: ({ part }) => say(partWords[part]),
      },
      {
        key: 'change',
        header: say(actionWords.change),
        cell: ({ before, after }) =>
          before === null && after === null ? (
            ''
          ) : (
            <Change before={before === null ? null : record(before)} after={record(after)} />
          ),
        text: ({ before, after }) =>
          [before, after].map((text) => (text === null ? '' : record(text))).join(' '),
      },
    ];
    if (withReasons) {
      columns.push({
        key: 'because',
        header: say(actionWords.because),
        cell: (action) => (
          <Text size="sm" miw={action.because === null ? 0 : 220}>
            {because(action)}
          </Text>
        ),
        text: because,
      });
    }
    return columns;
  }, [say, date, mode, withReasons]);
}

function PartOf({ part, type }: { readonly part: string; readonly type: string | null }): ReactNode {
  return (
    <Stack gap={0}>
      <span>{part}</span>
      {type === null ? null : (
        <Text size="sm" c="dimmed">
          {type}
        </Text>
      )}
    </Stack>
  );
}

/** Where nothing stood before, what comes says it all. */
function Change({ before, after }: { readonly before: string | null; readonly after: string }): ReactNode {
  return (
    <Text size="sm" miw={180}>
      {before === null ? after : `${before} → ${after}`}
    </Text>
  );
}
