// What is open, by cause.

import { Paper, Stack, Table, Text, Title, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useId } from 'react';
import type { IntegrationView, Line } from '../api/types.ts';
import { useAsk } from '../api/use.ts';
import { byCause } from '../issues/causes.ts';
import { TextLink } from '../ui/link.tsx';
import { ScrollFrame } from '../ui/scroll-frame.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { titleOf } from '../words/codes.ts';
import { overviewWords } from '../words/integration.ts';
import { useFormat, useSay } from '../words/say.ts';

export function OpenCauses({ view }: { readonly view: IntegrationView }): ReactNode {
  const say = useSay();
  const asked = useAsk('listIssues', { params: { id: view.id } });
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Title order={2}>{say(overviewWords.openIssues)}</Title>
        {asked.data !== undefined ? (
          asked.data.issues.length === 0 ? (
            <Text>{say(overviewWords.noIssues)}</Text>
          ) : (
            <Causes id={view.id} issues={asked.data.issues} />
          )
        ) : asked.isError ? (
          <Trouble of={asked.error} onRetry={asked.refetch} />
        ) : (
          <Waiting>{say(overviewWords.issuesWaiting)}</Waiting>
        )}
      </Stack>
    </Paper>
  );
}

interface CausesProps {
  readonly id: string;
  readonly issues: readonly Line[];
}

function Causes({ id, issues }: CausesProps): ReactNode {
  const say = useSay();
  const { number } = useFormat();
  const captionId = useId();
  return (
    <ScrollFrame labelledBy={captionId}>
      <Table verticalSpacing="xs">
        <Table.Caption id={captionId} className="caption-hidden">
          <VisuallyHidden>{say(overviewWords.causesLabel)}</VisuallyHidden>
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{say(overviewWords.cause)}</Table.Th>
            <Table.Th scope="col" ta="right">
              {say(overviewWords.count)}
            </Table.Th>
            <Table.Th scope="col" ta="right">
              {say(overviewWords.people)}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {byCause(issues).map(({ code, lines, people }) => (
            <Table.Tr key={code}>
              <Table.Th scope="row" fw={500}>
                <TextLink to="/integrations/$id/issues" params={{ id }} hash={code}>
                  {say(titleOf(code))}
                </TextLink>
              </Table.Th>
              <Table.Td ta="right">{number(lines.length)}</Table.Td>
              <Table.Td ta="right">{number(people)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollFrame>
  );
}
