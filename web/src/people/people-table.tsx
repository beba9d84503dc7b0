// Accounts as a table: whose they are, in which integrations, and what an operator can do about them.

import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Answer } from '../api/types.ts';
import { useDo, useFresh } from '../api/use.ts';
import { useMe } from '../session/use-session.ts';
import type { Column } from '../ui/data-table.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { TextLink } from '../ui/link.tsx';
import { Saved } from '../ui/saved.tsx';
import { WordBadge } from '../ui/state-badge.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { common, roleWords } from '../words/common.ts';
import { installationWords as words, peopleWords } from '../words/people.ts';
import { useFormat, useSay } from '../words/say.ts';
import { LinkOnce } from './link-once.tsx';
import { PersonActions } from './person-actions.tsx';

export type InstallationPerson = Answer<'listPeople'>['people'][number];

export function PeopleTable({ people }: { readonly people: readonly InstallationPerson[] }): ReactNode {
  const say = useSay();
  const fresh = useFresh();
  const [told, setTold] = useState('');
  const tell = async (personId: string): Promise<void> => {
    setTold(people.find(({ id }) => id === personId)?.name ?? '');
    await fresh();
  };
  const change = useDo('changePerson', { onDone: (_, { params }) => tell(params.personId) });
  const signOut = useDo('endSessionsOf', { onDone: (_, { params }) => tell(params.personId) });
  const [linkFor, setLinkFor] = useState<InstallationPerson | null>(null);
  const makeLink = useDo('makePasswordLink');
  /** What became of the last change goes with the next one; a link that was made is told only once, and stays. */
  const begin = (): void => {
    setTold('');
    change.reset();
    signOut.reset();
    if (makeLink.isError) {
      makeLink.reset();
    }
  };
  const columns = usePeopleColumns({
    onChange: (person, changed) => {
      begin();
      change.mutate({ params: { personId: person.id }, body: changed });
    },
    onSignOut: (person) => {
      begin();
      signOut.mutate({ params: { personId: person.id } });
    },
    onPasswordLink: (person) => {
      begin();
      setLinkFor(person);
      makeLink.mutate({ params: { personId: person.id } });
    },
  });
  return (
    <Stack gap="xs">
      {change.error === null ? null : <Trouble of={change.error} />}
      {signOut.error === null ? null : <Trouble of={signOut.error} />}
      <Saved when={told !== ''}>
        <Text span>{say(words.changed, { name: told })}</Text>
      </Saved>
      {makeLink.error === null ? null : <Trouble of={makeLink.error} />}
      <div role="status" className="full-width">
        {makeLink.data === undefined || linkFor === null ? null : (
          <LinkOnce
            title={say(words.passwordLinkTitle, { name: linkFor.name })}
            made={makeLink.data}
            email={linkFor.email}
          />
        )}
      </div>
      <DataTable caption={say(words.table)} columns={columns} rows={people} rowKey={({ id }) => id} />
    </Stack>
  );
}

interface PersonChanges {
  readonly onChange: (
    person: InstallationPerson,
    changed: { operator?: boolean; disabled?: boolean },
  ) => void;
  readonly onPasswordLink: (person: InstallationPerson) => void;
  readonly onSignOut: (person: InstallationPerson) => void;
}

function usePeopleColumns({
  onChange,
  onPasswordLink,
  onSignOut,
}: PersonChanges): readonly Column<InstallationPerson>[] {
  const say = useSay();
  const { relative, dateTime } = useFormat();
  const me = useMe();
  return [
    {
      key: 'name',
      header: say(peopleWords.name),
      names: true,
      cell: ({ id, name }) => (id === me.id ? `${name} ${say(peopleWords.you)}` : name),
      text: ({ name }) => name,
      sort: ({ name }) => name,
    },
    {
      key: 'email',
      header: say(peopleWords.email),
      cell: ({ email }) => email,
      text: ({ email }) => email,
      sort: ({ email }) => email,
    },
    {
      key: 'integrations',
      header: say(words.integrations),
      cell: (person) => <Integrations person={person} />,
      text: ({ integrations, operator }) =>
        operator ? say(roleWords.operator) : integrations.map(({ name }) => name).join(' '),
    },
    {
      key: 'state',
      header: say(words.state),
      cell: ({ disabled }) => (
        <WordBadge look={disabled ? ['red', 'off'] : ['green', 'check']}>
          {say(disabled ? words.locked : words.active)}
        </WordBadge>
      ),
      sort: ({ disabled }) => disabled,
    },
    {
      key: 'seen',
      header: say(peopleWords.lastSeen),
      cell: ({ lastSeenAt: at }) =>
        at === null ? say(common.never) : <span title={dateTime(at)}>{relative(at)}</span>,
      sort: ({ lastSeenAt }) => lastSeenAt,
    },
    {
      key: 'actions',
      header: say(peopleWords.actions),
      cell: (person) =>
        person.id === me.id ? null : (
          <PersonActions
            person={person}
            onChange={(changed) => onChange(person, changed)}
            onPasswordLink={() => onPasswordLink(person)}
            onSignOut={() => onSignOut(person)}
          />
        ),
    },
  ];
}

function Integrations({ person }: { readonly person: InstallationPerson }): ReactNode {
  const say = useSay();
  if (person.operator) {
    return `${say(words.all)} (${say(roleWords.operator)})`;
  }
  if (person.integrations.length === 0) {
    return say(common.none);
  }
  return (
    <Stack gap={2} component="ul" className="plain-list">
      {person.integrations.map(({ id, name, role }) => (
        <Group key={id} gap={6} component="li" wrap="nowrap">
          <TextLink size="sm" to="/integrations/$id/people" params={{ id }}>
            {name}
          </TextLink>
          <Text size="sm" c="dimmed">
            {say(roleWords[role])}
          </Text>
        </Group>
      ))}
    </Stack>
  );
}
