// Removes an integration with everything it remembers. The name typed by hand says that it is meant.

import { Box, Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useState } from 'react';
import type { IntegrationView } from '../api/types.ts';
import { useDo } from '../api/use.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { common } from '../words/common.ts';
import { useSay } from '../words/say.ts';
import { settingsWords as words } from '../words/settings.ts';
import { sameName } from './same-name.ts';
import { useLeave } from './use-leave.ts';

export function Purge({ view }: { readonly view: IntegrationView }): ReactNode {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <Box>
        <Button variant="default" onClick={() => setOpen(true)}>
          {say(words.purge)}
        </Button>
      </Box>
      {open ? (
        <Dialog title={say(words.purgeTitle, { name: view.name })} onClose={close}>
          <Meaning />
          <Form view={view} onClose={close} />
        </Dialog>
      ) : null}
    </>
  );
}

function Meaning(): ReactNode {
  const say = useSay();
  return (
    <Stack gap={4}>
      <Text fw={600}>{say(words.purgeMeans)}</Text>
      <List size="sm">
        {[words.purgeGone, words.purgeForgotten, words.purgeStays, words.purgeForGood].map((one) => (
          <List.Item key={one.en}>{say(one)}</List.Item>
        ))}
      </List>
    </Stack>
  );
}

interface FormProps {
  readonly view: IntegrationView;
  readonly onClose: () => void;
}

function Form({ view: { id, name }, onClose }: FormProps): ReactNode {
  const say = useSay();
  const leave = useLeave();
  const [typed, setTyped] = useState('');
  const [sent, setSent] = useState(false);
  const purge = useDo('purgeIntegration', { onDone: leave });
  const isRight = sameName(typed, name);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setSent(true);
    if (isRight) {
      purge.mutate({ params: { id }, body: { confirm: name } });
    }
  };
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="sm">
        <TextInput
          label={say(words.purgeType, { name })}
          value={typed}
          error={sent && !isRight ? say(words.purgeWrong) : undefined}
          maxLength={200}
          autoComplete="off"
          onChange={({ currentTarget: { value } }) => setTyped(value)}
        />
        {purge.isPending ? <Waiting>{say(words.purging)}</Waiting> : null}
        {purge.error === null ? null : <Trouble of={purge.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {say(common.cancel)}
          </Button>
          <Button type="submit" color="red" disabled={purge.isPending}>
            {say(words.purgeDo)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
