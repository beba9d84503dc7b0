// A department for people who have none yet: created in TimeTac, and chosen.

import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { keyOf, useDo } from '../../api/use.ts';
import { Trouble } from '../../ui/trouble.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useSay } from '../../words/say.ts';
import { usersWords } from '../../words/steps-users.ts';
import { useForm } from '../form.ts';
import { useKept } from '../form/kept.ts';
import type { Choices } from '../live/choices.ts';
import { useChoices } from '../live/choices.ts';

export function NewDepartment(): ReactNode {
  const say = useSay();
  const client = useQueryClient();
  const { integration, mayEdit, choose } = useForm();
  const { data } = useChoices();
  const params = { id: integration.id };
  const [typed, setTyped] = useKept(`${integration.id} department`, say(usersWords.departmentSuggested));
  const create = useDo('createDepartment', {
    onDone: (made) => {
      client.setQueryData<Choices>(keyOf('readChoices', { params }), (choices) =>
        choices === undefined || choices.departments?.some(({ id }) => id === made.id) === true
          ? choices
          : { ...choices, departments: [...(choices.departments ?? []), made] },
      );
      choose({ path: 'users.defaults.department', now: made.name });
    },
  });
  const name = typed.trim();
  if (!mayEdit || (data?.departments ?? null) === null) {
    return null;
  }
  return (
    <details className="steps-details">
      <summary>{say(usersWords.departmentNew)}</summary>
      <Stack gap="xs">
        <Group align="flex-end" gap="sm">
          <TextInput
            label={say(usersWords.departmentName)}
            value={typed}
            maxLength={100}
            autoComplete="off"
            onChange={({ currentTarget: { value } }) => setTyped(value)}
          />
          <Button
            variant="default"
            disabled={name === '' || create.isPending}
            onClick={() => create.mutate({ params, body: { name } })}
          >
            {say(usersWords.departmentCreate, { name })}
          </Button>
        </Group>
        {create.isPending ? <Waiting>{say(usersWords.departmentCreating)}</Waiting> : null}
        {create.error === null ? null : <Trouble of={create.error} />}
        {create.data === undefined ? null : (
          <Text role="status" size="sm">
            {say(usersWords.departmentCreated, { name: create.data.name })}
          </Text>
        )}
      </Stack>
    </details>
  );
}
