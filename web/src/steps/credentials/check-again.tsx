// Tests what is kept: rights, readable attributes, names of the form.

import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Side } from '../../api/types.ts';
import { useDo, useFresh } from '../../api/use.ts';
import { Trouble } from '../../ui/trouble.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useSay } from '../../words/say.ts';
import { credentialsWords } from '../../words/steps-credentials.ts';
import { useForm } from '../form.ts';
import { CheckLines } from './check-lines.tsx';
import { putLines, useLines } from './last-check.ts';

export function CheckAgain({ side }: { readonly side: Side }): ReactNode {
  const say = useSay();
  const { integration } = useForm();
  const { id, role } = integration;
  const lines = useLines(id, side);
  const fresh = useFresh();
  const check = useDo('checkAccounts', {
    onDone: async ({ lines: all }) => {
      for (const one of ['personio', 'timetac'] as const) {
        putLines(
          id,
          one,
          all.filter((line) => line.side === one),
        );
      }
      await fresh(id);
    },
  });
  if (role === 'viewer') {
    return null;
  }
  return (
    <Stack gap="xs">
      <Group>
        <Button
          variant="default"
          size="xs"
          disabled={check.isPending}
          onClick={() => check.mutate({ params: { id } })}
        >
          {say(credentialsWords.check)}
        </Button>
      </Group>
      {check.isPending ? <Waiting>{say(credentialsWords.checking)}</Waiting> : null}
      {check.error === null ? null : <Trouble of={check.error} />}
      {lines === null || check.isPending ? null : (
        <div role="status">
          <Text fw={600}>{say(credentialsWords.checked)}</Text>
          <CheckLines lines={lines} />
        </div>
      )}
    </Stack>
  );
}
