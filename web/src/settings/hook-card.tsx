// How Personio says by itself that something has changed: the address and the token to enter there.

import { Button, Code, Group, List, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAsk, useDo, useFresh } from '../api/use.ts';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Section } from '../ui/section.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useFormat, useSay } from '../words/say.ts';
import { settingsWords as words } from '../words/settings.ts';

export function HookCard({ id }: { readonly id: string }): ReactNode {
  const say = useSay();
  const { dateTime } = useFormat();
  const fresh = useFresh();
  const asked = useAsk('readHook', { params: { id } });
  const make = useDo('makeHook', { onDone: () => fresh(id) });
  const remove = useDo('removeHook', {
    onDone: () => {
      make.reset();
      return fresh(id);
    },
  });
  const { data } = asked;
  if (data === undefined)
    return asked.error === null ? null : (
      <Section title={say(words.hook)}>
        <Trouble of={asked.error} />
      </Section>
    );
  const isMade = data.madeAt !== null;
  const makeToken = (): void => make.mutate({ params: { id } });
  return (
    <Section title={say(words.hook)}>
      <Stack gap="sm">
        <Text>{say(data.address === null ? words.hookNoAddress : words.hookText)}</Text>
        {data.madeAt === null ? null : (
          <Text size="sm">
            {say(words.hookMade, { at: dateTime(data.madeAt) })}{' '}
            {data.hintedAt === null
              ? say(words.hookNoHint)
              : say(words.hookHint, { at: dateTime(data.hintedAt) })}
          </Text>
        )}
        {make.data === undefined ? null : (
          <Stack gap="xs" role="status">
            <Text>{say(words.hookOnce)}</Text>
            <Code block>{make.data.address}</Code>
            <CopyButton value={make.data.address} label={say(words.hookCopyAddress)} />
            <Code block>{make.data.token}</Code>
            <CopyButton value={make.data.token} label={say(words.hookCopyToken)} />
            <Text size="sm">{say(words.hookEvents)}</Text>
            <List size="sm">
              {data.events.map((event) => (
                <List.Item key={event}>
                  <Code>{event}</Code>
                </List.Item>
              ))}
            </List>
          </Stack>
        )}
        {data.address === null ? null : (
          <Group gap="sm">
            {isMade ? (
              <>
                <ConfirmButton
                  variant="default"
                  loading={make.isPending}
                  question={say(words.hookAnewSure)}
                  onConfirm={makeToken}
                >
                  {say(words.hookAnew)}
                </ConfirmButton>
                <ConfirmButton
                  variant="default"
                  question={say(words.hookRemoveSure)}
                  onConfirm={() => remove.mutate({ params: { id } })}
                >
                  {say(words.hookRemove)}
                </ConfirmButton>
              </>
            ) : (
              <Button variant="default" loading={make.isPending} onClick={makeToken}>
                {say(words.hookMake)}
              </Button>
            )}
          </Group>
        )}
        {make.isError ? <Trouble of={make.error} /> : null}
        {remove.isError ? <Trouble of={remove.error} /> : null}
      </Stack>
    </Section>
  );
}
