// Client id and secret: tried, and kept where the vendor takes them. What was typed stays until then.

import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { CheckLine, Side } from '../../api/types.ts';
import { useDo, useFresh } from '../../api/use.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { useFieldErrors } from '../../ui/fields.ts';
import { Icon } from '../../ui/icons.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { sideWords } from '../../words/common.ts';
import { useSay } from '../../words/say.ts';
import { credentialsWords } from '../../words/steps-credentials.ts';
import { useForm } from '../form.ts';
import { CheckLines } from './check-lines.tsx';
import { putLines } from './last-check.ts';

export interface Keys {
  readonly clientId: string;
  readonly clientSecret: string;
}

export const noKeys: Keys = { clientId: '', clientSecret: '' };

export interface TryFormProps {
  readonly side: Side;
  readonly keys: Keys;
  readonly onKeys: (keys: Keys) => void;
  /** They are kept, and whether they passed the test. */
  readonly onKept: (works: boolean) => void;
}

export function TryForm({ side, keys, onKeys, onKept }: TryFormProps): ReactNode {
  const say = useSay();
  const { integration } = useForm();
  const { id } = integration;
  const before = integration.credentials[side];
  const [asked, setAsked] = useState(false);
  const fresh = useFresh();
  const set = useDo('setCredentials', {
    onDone: async (tried) => {
      if (tried.kept) {
        putLines(id, side, tried.lines);
        onKeys(noKeys);
        setAsked(false);
        onKept(!tried.lines.some((line) => line.class === 'access'));
      }
      await fresh(id);
    },
  });
  const errors = useFieldErrors(set.error);
  const send = (keepAnyway: boolean): void => {
    setAsked(true);
    if (keys.clientId.trim() !== '' && keys.clientSecret.trim() !== '') {
      set.mutate({ params: { id, side }, body: { ...keys, keepAnyway } });
    }
  };
  const missing = (text: string): string | undefined =>
    asked && text.trim() === '' ? say(credentialsWords.needed) : undefined;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send(false);
      }}
    >
      <Stack gap="sm">
        {before === null ? null : <Text size="sm">{say(credentialsWords.replaceText)}</Text>}
        <TextInput
          label={say(credentialsWords.clientId)}
          value={keys.clientId}
          error={errors['clientId'] ?? missing(keys.clientId)}
          required
          autoComplete="off"
          spellCheck={false}
          maw={520}
          onChange={({ currentTarget: { value } }) => onKeys({ ...keys, clientId: value })}
        />
        <SecretInput
          value={keys.clientSecret}
          error={errors['clientSecret'] ?? missing(keys.clientSecret)}
          onChange={(clientSecret) => onKeys({ ...keys, clientSecret })}
        />
        <Group>
          <Button type="submit" disabled={set.isPending}>
            {say(credentialsWords.test)}
          </Button>
        </Group>
        {set.isPending ? (
          <Waiting>
            {say(credentialsWords.testing, { side: say(sideWords[side]) })} {say(credentialsWords.checking)}
          </Waiting>
        ) : null}
        {set.error === null ? null : <Trouble of={set.error} />}
        {set.data === undefined || set.data.kept || set.isPending ? null : (
          <NotKept
            side={side}
            lines={set.data.lines}
            hadKeys={before !== null}
            onKeepAnyway={() => send(true)}
          />
        )}
      </Stack>
    </form>
  );
}

interface SecretInputProps {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

function SecretInput({ value, error, onChange }: SecretInputProps): ReactNode {
  const say = useSay();
  const [shown, setShown] = useState(false);
  return (
    <TextInput
      label={say(credentialsWords.clientSecret)}
      description={say(credentialsWords.secretHint)}
      type={shown ? 'text' : 'password'}
      value={value}
      error={error}
      required
      autoComplete="off"
      spellCheck={false}
      maw={520}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      rightSectionWidth={110}
      rightSection={
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={say(shown ? credentialsWords.hideSecret : credentialsWords.showSecret)}
          onClick={() => setShown(!shown)}
        >
          {say(shown ? credentialsWords.hide : credentialsWords.show)}
        </Button>
      }
    />
  );
}

interface NotKeptProps {
  readonly side: Side;
  readonly lines: readonly CheckLine[];
  readonly hadKeys: boolean;
  readonly onKeepAnyway: () => void;
}

/** To keep them all the same is a second thought, not the first. */
function NotKept({ side, lines, hadKeys, onKeepAnyway }: NotKeptProps): ReactNode {
  const say = useSay();
  return (
    <Alert
      role="alert"
      color="red"
      icon={<Icon name="warn" size={20} />}
      title={say(hadKeys ? credentialsWords.notKeptOld : credentialsWords.notKept)}
    >
      <Stack gap="sm">
        <CheckLines lines={lines} />
        <Group>
          <ConfirmButton
            size="xs"
            variant="default"
            question={say(credentialsWords.keepAnywaySure)}
            consequence={say(credentialsWords.keepAnywayText, { side: say(sideWords[side]) })}
            onConfirm={onKeepAnyway}
          >
            {say(credentialsWords.keepAnyway)}
          </ConfirmButton>
        </Group>
      </Stack>
    </Alert>
  );
}
