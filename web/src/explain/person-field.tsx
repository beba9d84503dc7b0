// Chooses a person by name, from the list of those who are linked, or by the id in Personio.

import { Autocomplete, Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect, useMemo, useState } from 'react';
import { useAsk } from '../api/use.ts';
import { explainWords } from '../words/explain.ts';
import { useLanguage, useSay } from '../words/say.ts';
import type { Listed, Who } from './who.ts';
import { fits, labelOf, labelsOf, whoIs } from './who.ts';

export interface PersonFieldProps {
  readonly integrationId: string;
  /** The id in Personio; null: nobody chosen yet. */
  readonly employee: string | null;
  readonly onChoose: (id: string) => void;
}

const STALE_MS = 60_000;
const SHOWN = 50;

export function PersonField({ integrationId, employee, onChoose }: PersonFieldProps): ReactNode {
  const say = useSay();
  const { language } = useLanguage();
  const asked = useAsk('listEmployees', { params: { id: integrationId } }, { staleMs: STALE_MS });
  const listed = asked.data?.employees ?? nobodyListed;
  const labels = useMemo(() => labelsOf(listed, language), [listed, language]);
  const [typed, setTyped] = useTyped(employee);
  const [missed, setMissed] = useState<Exclude<Who['found'], 'one'> | null>(null);
  /** Asked for before the list has come, when nobody can say that nobody fits. */
  const [early, setEarly] = useState<string | null>(null);
  const text = typed ?? shownName(employee, listed);
  const choose = (wanted: string): void => {
    const who = whoIs(wanted, listed);
    const isEarly = who.found !== 'one' && asked.isPending;
    setEarly(isEarly ? wanted : null);
    setMissed(who.found === 'one' || isEarly ? null : who.found);
    if (who.found === 'one' && who.id !== employee) {
      onChoose(who.id);
    }
  };
  useEffect(() => {
    if (early !== null && !asked.isPending) {
      choose(early);
    }
  });
  return (
    <Group
      component="form"
      align="flex-start"
      gap="xs"
      flex="1 1 320px"
      maw={560}
      onSubmit={(event) => {
        event.preventDefault();
        choose(text);
      }}
    >
      <Autocomplete
        label={say(explainWords.who)}
        description={say(asked.isError ? explainWords.listFailed : explainWords.whoHint)}
        placeholder={say(explainWords.whoPlaceholder)}
        error={missed === null ? undefined : say(explainWords[missed])}
        value={text}
        data={labels}
        filter={({ options, limit }) =>
          options.filter((one) => 'label' in one && fits(one.label, typed ?? '')).slice(0, limit)
        }
        limit={SHOWN}
        maxDropdownHeight={280}
        flex="1 1 220px"
        autoComplete="off"
        comboboxProps={{ withinPortal: false }}
        onChange={(next) => {
          setTyped(next);
          setMissed(null);
          setEarly(null);
        }}
        onFocus={(event) => event.currentTarget.select()}
        onOptionSubmit={choose}
      />
      <Button type="submit" variant="default" className="explain-beside-field">
        {say(explainWords.show)}
      </Button>
    </Group>
  );
}

/** What is being typed; gone as soon as somebody else is chosen, here or by going back. */
function useTyped(employee: string | null): readonly [string | null, (typed: string) => void] {
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => setTyped(null), [employee]);
  return [typed, setTyped];
}

const nobodyListed: readonly Listed[] = [];

function shownName(employee: string | null, listed: readonly Listed[]): string {
  const known = listed.find(({ personioId }) => personioId === employee);
  return known === undefined ? (employee ?? '') : labelOf(known);
}
