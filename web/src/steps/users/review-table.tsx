// Everybody of Personio with the user of TimeTac, and what a person can say about it.

import { NativeSelect, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { ReviewRow } from '../../api/types.ts';
import type { Column } from '../../ui/data-table.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { IconName } from '../../ui/icons.tsx';
import { WordBadge } from '../../ui/state-badge.tsx';
import type { Say } from '../../words/say.ts';
import { useSay } from '../../words/say.ts';
import { matchedByWords, reviewStateWords, reviewWords, statusWords } from '../../words/steps-users.ts';
import { ReviewActions } from './review-actions.tsx';
import type { Shown } from './review-rows.ts';
import { countOf, rowsShown, stateOrder } from './review-rows.ts';
import type { Review } from './review.tsx';

export interface ReviewTableProps {
  readonly review: Review;
  readonly onChanged: () => void;
}

export function ReviewTable({ review, onChanged }: ReviewTableProps): ReactNode {
  const say = useSay();
  const [shown, setShown] = useState<Shown>('all');
  const { employees, unmatched } = review;
  const choices: readonly Shown[] = ['all', ...stateOrder, 'left-out'];
  return (
    <DataTable
      caption={say(reviewWords.table)}
      columns={columnsOf(say, unmatched, onChanged)}
      rows={rowsShown(employees, shown)}
      rowKey={(row) => row.personioId}
      filter
      tools={
        <NativeSelect
          label={say(reviewWords.show)}
          value={shown}
          data={choices
            .filter((choice) => choice === 'all' || countOf(employees, choice) > 0)
            .map((choice) => ({ value: choice, label: labelOf(say, choice, countOf(employees, choice)) }))}
          onChange={({ currentTarget: { value } }) =>
            setShown(choices.find((choice) => choice === value) ?? 'all')
          }
        />
      }
    />
  );
}

function labelOf(say: Say, shown: Shown, n: number): string {
  switch (shown) {
    case 'all':
      return say(reviewWords.all, { n });
    case 'left-out':
      return say(reviewWords.outOfScope, { n });
    default:
      return say(reviewWords.stateCount, { state: say(reviewStateWords[shown]), n });
  }
}

const looks = {
  held: ['yellow', 'question'],
  new: ['blue', 'plus'],
  matched: ['green', 'arrow'],
  linked: ['green', 'check'],
  waiting: ['gray', 'clock'],
} as const satisfies Record<ReviewRow['state'], readonly [string, IconName]>;

function columnsOf(
  say: Say,
  unmatched: Review['unmatched'],
  onChanged: () => void,
): readonly Column<ReviewRow>[] {
  const status = (row: ReviewRow): string =>
    row.status === null ? '' : say(statusWords[row.status] ?? { en: row.status, de: row.status });
  return [
    {
      key: 'name',
      header: say(reviewWords.person),
      names: true,
      text: (row) => `${row.name} ${row.email ?? ''} ${row.personioId} ${status(row)}`,
      sort: (row) => row.name,
      cell: (row) => (
        <>
          <Text size="sm" fw={600}>
            {row.name}
          </Text>
          <Text size="xs" c="dimmed">
            {[row.email ?? row.personioId, status(row)].filter((text) => text !== '').join(' · ')}
          </Text>
        </>
      ),
    },
    {
      key: 'state',
      header: say(reviewWords.state),
      sort: (row) => stateOrder.indexOf(row.state),
      cell: (row) => <Result row={row} />,
    },
    {
      key: 'user',
      header: say(reviewWords.user),
      text: (row) => row.users.map((user) => userText(say, user)).join(' '),
      sort: (row) => row.users[0]?.name ?? null,
      cell: (row) => <ReviewActions row={row} unmatched={unmatched} onChanged={onChanged} />,
    },
  ];
}

function Result({ row }: { readonly row: ReviewRow }): ReactNode {
  const say = useSay();
  if (!row.inScope) {
    return <WordBadge look={['gray', 'off']}>{say(reviewWords.left)}</WordBadge>;
  }
  const by = row.by === null ? undefined : matchedByWords[row.by];
  return (
    <Stack gap={2} align="flex-start" maw={360}>
      <WordBadge look={looks[row.state]}>{say(reviewStateWords[row.state])}</WordBadge>
      {by === undefined ? null : (
        <Text size="xs" c="dimmed">
          {say(by)}
        </Text>
      )}
      {row.message === null ? null : <Text size="sm">{say(row.message)}</Text>}
      {row.action === null ? null : (
        <Text size="sm" c="dimmed">
          {say(row.action)}
        </Text>
      )}
    </Stack>
  );
}

export function userText(say: Say, user: ReviewRow['users'][number]): string {
  const text =
    user.username === null
      ? user.name || user.timetacId
      : say(reviewWords.userText, { name: user.name || user.timetacId, username: user.username });
  return user.active === false ? say(reviewWords.userInactive, { user: text }) : text;
}
