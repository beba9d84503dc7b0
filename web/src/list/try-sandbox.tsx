// The demo company, with one click.

import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useDo, useFresh } from '../api/use.ts';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { listWords as words } from '../words/list.ts';
import { useSay } from '../words/say.ts';

export function TrySandbox(): ReactNode {
  const say = useSay();
  const navigate = useNavigate();
  const fresh = useFresh();
  const create = useDo('createIntegration', {
    onDone: async ({ id }) => {
      await navigate({ to: '/integrations/$id/set-up/$step', params: { id, step: 'accounts' } });
      await fresh(id);
    },
  });
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        {create.error === null ? null : <Trouble of={create.error} />}
        <Text>{say(words.sandboxAbout)}</Text>
        <Group>
          {create.isPending ? (
            <Waiting>{say(words.sandboxBusy)}</Waiting>
          ) : (
            <Button
              variant="default"
              onClick={() => create.mutate({ body: { name: say(words.sandboxName), sandbox: true } })}
            >
              {say(words.sandbox)}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}
