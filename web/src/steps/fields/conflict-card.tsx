// Somebody else was faster: who, when, what they wrote. The person keeps what they typed and chooses.

import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from '../../ui/icons.tsx';
import { useFormat, useSay } from '../../words/say.ts';
import { fieldWords } from '../../words/steps-frame.ts';
import { useForm } from '../form.ts';
import type { Json } from '../form/json.ts';
import { isObject } from '../form/json.ts';

export interface ConflictCardProps {
  readonly path: string;
  /** A value in words; the names of choices, dates in the reader's form. */
  readonly inWords?: ((value: Json) => string) | undefined;
  /** For lists: what shall stand when both keep what they changed. */
  readonly merge?: ((base: Json, mine: Json, theirs: Json) => Json) | undefined;
}

export function ConflictCard({ path, inWords, merge }: ConflictCardProps): ReactNode {
  const say = useSay();
  const { relative } = useFormat();
  const form = useForm();
  const draft = form.draft(path);
  const conflict = draft?.conflict ?? null;
  if (draft === null || conflict === null || draft.state !== 'conflict') {
    return null;
  }
  const words = (value: Json): string =>
    value === null ? say(fieldWords.empty) : (inWords ?? plainWords(say))(value);
  const mine = merge === undefined ? draft.now : merge(draft.base, draft.now, conflict.current);
  return (
    <Alert
      role="alert"
      color="yellow"
      mt="xs"
      icon={<Icon name="warn" size={20} />}
      title={say(fieldWords.conflictTitle, { by: conflict.by, when: relative(conflict.at) })}
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{say(fieldWords.conflictText)}</Text>
        <Text size="sm">{say(fieldWords.conflictTheirs, { value: words(conflict.current) })}</Text>
        <Text size="sm">{say(fieldWords.conflictMine, { value: words(draft.now) })}</Text>
        <Group gap="xs">
          <Button size="xs" onClick={() => form.keepMine(path, mine)}>
            {say(fieldWords.keepMine)}
          </Button>
          <Button size="xs" variant="default" onClick={() => form.takeTheirs(path)}>
            {say(fieldWords.takeTheirs)}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

function plainWords(say: ReturnType<typeof useSay>): (value: Json) => string {
  return (value) => {
    if (typeof value === 'boolean') {
      return say(value ? fieldWords.yes : fieldWords.no);
    }
    if (Array.isArray(value)) {
      return value.every((entry) => typeof entry === 'string')
        ? value.join(', ')
        : say(fieldWords.entries, { n: value.length });
    }
    return isObject(value) ? JSON.stringify(value) : String(value);
  };
}
