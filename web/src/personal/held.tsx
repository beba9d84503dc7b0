// What is held about the chosen person, by kind, and what can be done with it.

import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { addressOf } from '../api/call.ts';
import type { Answer } from '../api/types.ts';
import { useAsk } from '../api/use.ts';
import { Icon } from '../ui/icons.tsx';
import { ScrollFrame } from '../ui/scroll-frame.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { personalWords as words } from '../words/personal.ts';
import { useFormat, useSay } from '../words/say.ts';
import { Erase } from './erase.tsx';

export interface HeldProps {
  readonly integrationId: string;
  readonly personioId: string;
  readonly onErased: (records: number) => void;
}

export function Held({ integrationId: id, personioId, onErased }: HeldProps): ReactNode {
  const say = useSay();
  const params = { id, personioId };
  const asked = useAsk('readPersonalData', { params });
  if (asked.data === undefined) {
    return asked.error?.status === NOT_FOUND ? (
      <Text role="status">{say(words.nothing)}</Text>
    ) : asked.isError ? (
      <Trouble of={asked.error} onRetry={asked.refetch} />
    ) : (
      <Waiting>{say(words.waiting)}</Waiting>
    );
  }
  const { employee, held } = asked.data;
  const name = employee?.name ?? null;
  const who = name ?? say(words.idOf, { id: personioId });
  return (
    <Stack gap="sm">
      <div>
        <Title order={3}>
          <bdi>{say(words.heldAbout, { who })}</bdi>
        </Title>
        {name === null ? null : (
          <Text size="sm" c="dimmed">
            {say(words.idOf, { id: personioId })}
          </Text>
        )}
      </div>
      <Kinds held={held} />
      <Text size="sm" c="dimmed" maw={720}>
        {say(words.exportText)}
      </Text>
      <Group gap="sm">
        <Button
          component="a"
          href={addressOf('exportPersonalData', { params })}
          download
          variant="default"
          leftSection={<Icon name="download" />}
        >
          {say(words.export)}
        </Button>
        <Erase integrationId={id} personioId={personioId} who={who} onErased={onErased} />
      </Group>
    </Stack>
  );
}

const NOT_FOUND = 404;

function Kinds({ held }: Pick<Answer<'readPersonalData'>, 'held'>): ReactNode {
  const say = useSay();
  const { number } = useFormat();
  return (
    <ScrollFrame label={say(words.heldTable)}>
      <Table verticalSpacing="xs" aria-label={say(words.heldTable)}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{say(words.what)}</Table.Th>
            <Table.Th scope="col" ta="right">
              {say(words.records)}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {held.map(({ kind, what, records }) => (
            <Table.Tr key={kind}>
              <Table.Th scope="row" fw={500}>
                {say(what)}
              </Table.Th>
              <Table.Td ta="right" {...(records === 0 ? { c: 'dimmed' } : {})}>
                {number(records)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollFrame>
  );
}
