// The members as a table, with roles to choose and a button to remove where one may.

import { NativeSelect, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Answer, Role } from '../api/types.ts';
import { useDo, useFresh } from '../api/use.ts';
import { useMe } from '../session/use-session.ts';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import type { Column } from '../ui/data-table.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Saved } from '../ui/saved.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { common, roleWords } from '../words/common.ts';
import { peopleWords as words } from '../words/people.ts';
import { useFormat, useSay } from '../words/say.ts';

type Member = Answer<'listMembers'>['members'][number];

export interface MemberTableProps {
  readonly integrationId: string;
  readonly members: readonly Member[];
  readonly leads: boolean;
}

const ROLES = ['admin', 'customer', 'viewer'] as const satisfies readonly Role[];

export function MemberTable({ integrationId: id, members, leads }: MemberTableProps): ReactNode {
  const say = useSay();
  const { relative, dateTime } = useFormat();
  const me = useMe();
  const changes = useChanges(id, members);
  const columns: readonly Column<Member>[] = [
    {
      key: 'name',
      header: say(words.name),
      names: true,
      cell: ({ name, personId }) => (personId === me.id ? `${name} ${say(words.you)}` : name),
      text: ({ name }) => name,
      sort: ({ name }) => name,
    },
    {
      key: 'email',
      header: say(words.email),
      cell: ({ email }) => email,
      text: ({ email }) => email,
      sort: ({ email }) => email,
    },
    {
      key: 'role',
      header: say(words.role),
      cell: (member) =>
        leads && member.role !== 'operator' ? (
          <RoleChoice member={member} onChange={(role) => changes.change(member, role)} />
        ) : (
          say(roleWords[member.role])
        ),
      text: ({ role }) => say(roleWords[role]),
      sort: ({ role }) => say(roleWords[role]),
    },
    {
      key: 'seen',
      header: say(words.lastSeen),
      cell: ({ lastSeenAt: at }) =>
        at === null ? say(common.never) : <span title={dateTime(at)}>{relative(at)}</span>,
      sort: ({ lastSeenAt }) => lastSeenAt,
    },
    ...(leads ? [removeColumn(say, changes.remove)] : []),
  ];
  return (
    <Stack gap="xs">
      {changes.refused === null ? null : <Trouble of={changes.refused} />}
      <Saved when={changes.told !== ''}>
        <Text span>{changes.told}</Text>
      </Saved>
      <DataTable
        caption={say(words.table)}
        columns={columns}
        rows={members}
        rowKey={({ personId }) => personId}
      />
    </Stack>
  );
}

function removeColumn(say: ReturnType<typeof useSay>, remove: (member: Member) => void): Column<Member> {
  return {
    key: 'remove',
    header: say(words.actions),
    cell: (member) =>
      member.role === 'operator' ? null : (
        <ConfirmButton
          size="xs"
          variant="default"
          aria-label={say(words.removeOf, { name: member.name })}
          question={say(words.removeQuestion, { name: member.name })}
          consequence={say(words.removeConsequence, { name: member.name })}
          onConfirm={() => remove(member)}
        >
          {say(common.remove)}
        </ConfirmButton>
      ),
  };
}

function RoleChoice(props: { readonly member: Member; readonly onChange: (role: Role) => void }): ReactNode {
  const say = useSay();
  const { member, onChange } = props;
  return (
    <NativeSelect
      aria-label={say(words.roleOf, { name: member.name })}
      size="xs"
      miw={150}
      value={member.role}
      data={ROLES.map((role) => ({ value: role, label: say(roleWords[role]) }))}
      onChange={(event) => {
        const role = ROLES.find((one) => one === event.currentTarget.value);
        if (role !== undefined) {
          onChange(role);
        }
      }}
    />
  );
}

function useChanges(id: string, members: readonly Member[]) {
  const say = useSay();
  const fresh = useFresh();
  const [told, setTold] = useState('');
  const nameOf = (personId: string): string => members.find((one) => one.personId === personId)?.name ?? '';
  const change = useDo('changeMember', {
    onDone: async (_, { params, body }) => {
      setTold(say(words.roleSaved, { name: nameOf(params.personId), role: say(roleWords[body.role]) }));
      await fresh(id);
    },
  });
  const remove = useDo('removeMember', {
    onDone: async (_, { params }) => {
      setTold(say(words.removed, { name: nameOf(params.personId) }));
      await fresh(id);
    },
  });
  /** What became of the last change goes with the next one. */
  const begin = (): void => {
    setTold('');
    change.reset();
    remove.reset();
  };
  return {
    told,
    refused: change.error ?? remove.error,
    change: (member: Member, role: Role) => {
      begin();
      change.mutate({ params: { id, personId: member.personId }, body: { role } });
    },
    remove: (member: Member) => {
      begin();
      remove.mutate({ params: { id, personId: member.personId } });
    },
  };
}
