// Chooses whom it is about: by name, from the list of those who are linked, or by the id in Personio.

import { Autocomplete, Button, Group } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { useAsk } from '../api/use.ts';
import type { Listed, Who } from '../explain/who.ts';
import { fits, labelsOf, whoIs } from '../explain/who.ts';
import { personalWords as words } from '../words/personal.ts';
import { useLanguage, useSay } from '../words/say.ts';

export interface PersonFieldProps {
  readonly integrationId: string;
  /** With the id in Personio. */
  readonly onChoose: (personioId: string) => void;
}

const SHOWN = 50;

export function PersonField({ integrationId, onChoose }: PersonFieldProps): ReactNode {
  const say = useSay();
  const { language } = useLanguage();
  const asked = useAsk('listEmployees', { params: { id: integrationId } });
  const listed = asked.data?.employees ?? nobodyListed;
  const labels = useMemo(() => labelsOf(listed, language), [listed, language]);
  const [typed, setTyped] = useState('');
  const [missed, setMissed] = useState<Exclude<Who['found'], 'one'> | null>(null);
  const choose = (text: string): void => {
    const who = whoIs(text, listed);
    setMissed(who.found === 'one' ? null : who.found);
    if (who.found === 'one') {
      onChoose(who.id);
    }
  };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    choose(typed);
  };
  return (
    <form onSubmit={send} noValidate>
      <Group align="flex-end" gap="sm">
        <Autocomplete
          label={say(words.who)}
          description={say(asked.isError ? words.whoListFailed : words.whoHint)}
          error={missed === null ? undefined : say(missed === 'nobody' ? words.nobodyFits : words.severalFit)}
          // The button stays level with the field.
          inputWrapperOrder={['label', 'description', 'error', 'input']}
          value={typed}
          data={[...labels]}
          filter={({ options, search, limit }) =>
            options.filter((one) => 'label' in one && fits(one.label, search)).slice(0, limit)
          }
          limit={SHOWN}
          maxDropdownHeight={280}
          flex="1 1 260px"
          maw={440}
          autoComplete="off"
          comboboxProps={{ withinPortal: false }}
          onChange={(text) => {
            setTyped(text);
            setMissed(null);
          }}
          onOptionSubmit={choose}
        />
        <Button type="submit" variant="default">
          {say(words.show)}
        </Button>
      </Group>
    </form>
  );
}

const nobodyListed: readonly Listed[] = [];
