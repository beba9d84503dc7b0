// Why lists of the accounts are missing here, and what to do about it. Shows nothing where all are there.

import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Side } from '../../api/types.ts';
import { Icon } from '../../ui/icons.tsx';
import { TextLink } from '../../ui/link.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { sideWords } from '../../words/common.ts';
import { useSay } from '../../words/say.ts';
import { listsWords } from '../../words/steps-frame.ts';
import { useForm } from '../form.ts';
import { useChoices, useMayAsk } from './choices.ts';

/** `needs`: the sides whose lists this step uses. */
export function ListsNote({ needs }: { readonly needs: readonly Side[] }): ReactNode {
  const say = useSay();
  const mayAsk = useMayAsk();
  const { integration, mayEdit } = useForm();
  const choices = useChoices();
  if (!mayAsk) {
    return mayEdit ? <NoKeys text={say(listsWords.noKeys)} /> : null;
  }
  if (choices.isFetching) {
    return <Waiting>{say(listsWords.waiting)}</Waiting>;
  }
  if (choices.error !== null) {
    return (
      <Trouble of={choices.error} onRetry={choices.refetch} tone="hint">
        <Text size="sm">{say(listsWords.stays)}</Text>
      </Trouble>
    );
  }
  const trouble = (choices.data?.trouble ?? []).filter(({ side }) => needs.includes(side));
  const keyless = needs.filter(
    (side) => integration.origin !== 'file' && integration.credentials[side] === null,
  );
  return (
    <>
      {keyless.map((side) => (
        <NoKeys key={side} text={say(listsWords.noKeysSide, { side: say(sideWords[side]) })} />
      ))}
      {trouble.map((line) => (
        <Trouble
          key={`${line.side} ${line.about}`}
          of={line}
          title={say(listsWords.troubleTitle, { side: say(sideWords[line.side]) })}
          tone="hint"
          onRetry={choices.refetch}
        >
          <Text size="sm">{say(listsWords.stays)}</Text>
        </Trouble>
      ))}
    </>
  );
}

function NoKeys({ text }: { readonly text: string }): ReactNode {
  const say = useSay();
  const { integration } = useForm();
  return (
    <Alert color="gray" icon={<Icon name="info" size={20} />} title={say(listsWords.noKeysTitle)} role="note">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{text}</Text>
        <TextLink to="/integrations/$id/set-up/$step" params={{ id: integration.id, step: 'credentials' }}>
          {say(listsWords.toCredentials)}
        </TextLink>
      </Stack>
    </Alert>
  );
}

/** Reads the lists again, after something was changed in an account. */
export function ReadListsAgain(): ReactNode {
  const say = useSay();
  const mayAsk = useMayAsk();
  const choices = useChoices();
  return mayAsk && choices.data !== undefined ? (
    <Group>
      <Button
        variant="default"
        size="xs"
        onClick={() => void choices.refetch()}
        disabled={choices.isFetching}
      >
        {say(listsWords.readAgain)}
      </Button>
    </Group>
  ) : null;
}
