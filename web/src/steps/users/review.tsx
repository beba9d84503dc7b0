// Who is who, before anything is written. Reads both accounts when asked to, and keeps the result.

import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/types.ts';
import { useAsk } from '../../api/use.ts';
import { Empty } from '../../ui/empty.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useFormat, useSay } from '../../words/say.ts';
import { reviewWords } from '../../words/steps-users.ts';
import { useForm } from '../form.ts';
import { useKept } from '../form/kept.ts';
import { LeftOver } from './left-over.tsx';
import { ReviewTable } from './review-table.tsx';

export type Review = Answer<'reviewPeople'>;

export function Review(): ReactNode {
  const say = useSay();
  const { integration } = useForm();
  if (integration.role === 'viewer') {
    return null;
  }
  return (
    <Paper withBorder p="md">
      <Stack>
        <div>
          <Title order={2}>{say(reviewWords.title)}</Title>
          <Text c="dimmed">{say(reviewWords.text)}</Text>
        </div>
        <Body />
      </Stack>
    </Paper>
  );
}

function Body(): ReactNode {
  const say = useSay();
  const { relative } = useFormat();
  const { integration } = useForm();
  const { personio, timetac } = integration.credentials;
  const mayAsk = integration.origin === 'file' || (personio !== null && timetac !== null);
  const [wanted, setWanted] = useKept(`${integration.id} review`, false);
  const review = useAsk(
    'reviewPeople',
    { params: { id: integration.id } },
    { enabled: wanted && mayAsk, staleMs: Number.POSITIVE_INFINITY },
  );
  if (!mayAsk) {
    return (
      <Alert color="gray" role="note" icon={<Icon name="info" size={20} />}>
        {say(reviewWords.needKeys)}
      </Alert>
    );
  }
  if (!wanted) {
    return (
      <Group>
        <Button onClick={() => setWanted(true)}>{say(reviewWords.start)}</Button>
      </Group>
    );
  }
  if (review.data === undefined) {
    return review.error === null ? (
      <Waiting>{say(reviewWords.reading)}</Waiting>
    ) : (
      <Trouble of={review.error} onRetry={review.refetch} />
    );
  }
  return (
    <>
      <Group gap="sm">
        <Button
          variant="default"
          size="xs"
          disabled={review.isFetching}
          onClick={() => void review.refetch()}
        >
          {say(reviewWords.again)}
        </Button>
        {review.isFetching ? (
          <Waiting>{say(reviewWords.reading)}</Waiting>
        ) : (
          <Text size="sm" c="dimmed">
            {say(reviewWords.asOf, { when: relative(new Date(review.dataUpdatedAt).toISOString()) })}
          </Text>
        )}
      </Group>
      {review.error === null || review.isFetching ? null : (
        <Trouble of={review.error} onRetry={review.refetch} tone="hint" />
      )}
      {review.data.employees.length === 0 ? (
        <Empty title={say(reviewWords.none)}>{say(reviewWords.noneText)}</Empty>
      ) : (
        <div className="steps-tall">
          <ReviewTable review={review.data} onChanged={() => void review.refetch()} />
        </div>
      )}
      <LeftOver review={review.data} />
    </>
  );
}
