// Begins a new integration; a name is all it takes.

import { Button, Stack, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { FormEvent, ReactNode } from 'react';
import { useState } from 'react';
import { useDo, useFresh } from '../api/use.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icons.tsx';
import { useFieldErrors } from '../ui/fields.ts';
import { Trouble } from '../ui/trouble.tsx';
import { listWords as words } from '../words/list.ts';
import { useSay } from '../words/say.ts';

export function NewIntegration(): ReactNode {
  const say = useSay();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button leftSection={<Icon name="plus" />} onClick={() => setOpen(true)}>
        {say(words.create)}
      </Button>
      {open ? (
        <Dialog title={say(words.createTitle)} onClose={() => setOpen(false)}>
          <Form />
        </Dialog>
      ) : null}
    </>
  );
}

function Form(): ReactNode {
  const say = useSay();
  const navigate = useNavigate();
  const fresh = useFresh();
  const [name, setName] = useState('');
  const [sent, setSent] = useState(false);
  const create = useDo('createIntegration', {
    onDone: async ({ id }) => {
      await navigate({ to: '/integrations/$id/set-up/$step', params: { id, step: 'accounts' } });
      await fresh(id);
    },
  });
  const errors = useFieldErrors(create.error);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setSent(true);
    if (name.trim() !== '') {
      create.mutate({ body: { name: name.trim(), sandbox: false } });
    }
  };
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="sm">
        {create.error === null ? null : <Trouble of={create.error} />}
        <TextInput
          label={say(words.name)}
          description={say(words.nameHint)}
          required
          data-autofocus
          autoComplete="off"
          maxLength={100}
          value={name}
          error={sent && name.trim() === '' ? say(words.nameMissing) : errors['name']}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" loading={create.isPending}>
          {say(words.createSubmit)}
        </Button>
      </Stack>
    </form>
  );
}
