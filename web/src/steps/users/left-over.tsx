// Users of TimeTac that belong to nobody, and links whose employee is gone.

import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { DataTable } from '../../ui/data-table.tsx';
import { common } from '../../words/common.ts';
import { useSay } from '../../words/say.ts';
import { reviewWords } from '../../words/steps-users.ts';
import type { Review } from './review.tsx';

export function LeftOver({ review }: { readonly review: Review }): ReactNode {
  const say = useSay();
  const { unmatched, vanished } = review;
  const active = (user: Review['unmatched'][number]): string =>
    say(user.active === null ? reviewWords.unknown : user.active ? common.yes : common.no);
  return (
    <>
      {vanished.length === 0 ? null : (
        <Text size="sm">
          {say(reviewWords.vanished, { ids: vanished.map(({ personioId }) => personioId).join(', ') })}
        </Text>
      )}
      {unmatched.length === 0 ? null : (
        <details className="steps-details">
          <summary>{say(reviewWords.leftOver, { n: unmatched.length })}</summary>
          <Stack gap="xs">
            <Text size="sm">{say(reviewWords.leftOverText)}</Text>
            <DataTable
              caption={say(reviewWords.leftOver, { n: unmatched.length })}
              rows={unmatched}
              rowKey={(user) => user.timetacId}
              columns={[
                {
                  key: 'name',
                  header: say(reviewWords.name),
                  names: true,
                  text: (user) => user.name,
                  sort: (user) => user.name,
                  cell: (user) => user.name || user.timetacId,
                },
                {
                  key: 'username',
                  header: say(reviewWords.userName),
                  text: (user) => user.username ?? '',
                  sort: (user) => user.username,
                  cell: (user) => user.username ?? say(reviewWords.unknown),
                },
                { key: 'active', header: say(reviewWords.active), sort: active, cell: active },
              ]}
            />
          </Stack>
        </details>
      )}
    </>
  );
}
