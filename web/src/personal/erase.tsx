// Erases everything held about one person. Their Personio id, typed once more, says that this person is meant.

import { Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useState } from 'react';
import { useDo, useFresh } from '../api/use.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { common } from '../words/common.ts';
import { personalWords as words } from '../words/personal.ts';
import { useSay } from '../words/say.ts';

export interface EraseProps {
  readonly integrationId: string;
  readonly personioId: string;
  /** A name, or what stands for it. */
  readonly who: string;
  readonly onErased: (records: number) => void;
}

export function Erase(props: EraseProps): ReactNode {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {say(words.erase)}
      </Button>
      {open ? (
        <Dialog title={say(words.eraseTitle, { who: props.who })} onClose={close}>
          <Stack gap={4}>
            <Text fw={600}>{say(words.eraseMeans)}</Text>
            <List size="sm">
              {[words.eraseGone, words.eraseStays, words.eraseKey].map((one) => (
                <List.Item key={one.en}>{say(one)}</List.Item>
              ))}
            </List>
          </Stack>
          <Form {...props} onClose={close} />
        </Dialog>
      ) : null}
    </>
  );
}

function Form(props: EraseProps & { readonly onClose: () => void }): ReactNode {
  const { integrationId: id, personioId, onErased, onClose } = props;
  const say = useSay();
  const fresh = useFresh();
  const [typed, setTyped] = useState('');
  const [sent, setSent] = useState(false);
  const erase = useDo('erasePerson', {
    onDone: async ({ records }) => {
      onErased(records);
      await fresh(id);
    },
  });
  const isRight = typed.trim() === personioId;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setSent(true);
    if (isRight) {
      erase.mutate({ params: { id, personioId }, body: { confirm: typed.trim() } });
    }
  };
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="sm">
        <TextInput
          label={say(words.eraseType, { id: personioId })}
          value={typed}
          error={sent && !isRight ? say(words.eraseWrong) : undefined}
          maxLength={100}
          autoComplete="off"
          onChange={({ currentTarget: { value } }) => setTyped(value)}
        />
        {erase.isPending ? <Waiting>{say(words.erasing)}</Waiting> : null}
        {erase.error === null ? null : <Trouble of={erase.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {say(common.cancel)}
          </Button>
          <Button type="submit" color="red" disabled={erase.isPending}>
            {say(words.eraseDo)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
