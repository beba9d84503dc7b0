// Open invitations, and withdrawing them.

import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Answer } from '../api/types.ts';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import type { Column } from '../ui/data-table.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Saved } from '../ui/saved.tsx';
import { roleWords } from '../words/common.ts';
import { peopleWords as words } from '../words/people.ts';
import { useFormat, useSay } from '../words/say.ts';

type Invitation = Answer<'listMembers'>['invitations'][number];

export interface InvitationsProps {
  readonly invitations: readonly Invitation[];
  /** One was withdrawn a moment ago. */
  readonly withdrawn: boolean;
  /** Left out: they are only shown. */
  readonly onWithdraw?: (id: string) => void;
}

export function Invitations({ invitations, withdrawn, onWithdraw }: InvitationsProps): ReactNode {
  const say = useSay();
  const { dateTime } = useFormat();
  const addressOf = ({ email }: Invitation): string => email ?? say(words.anyAddress);
  const columns: readonly Column<Invitation>[] = [
    {
      key: 'email',
      header: say(words.email),
      names: true,
      cell: addressOf,
      text: addressOf,
      sort: addressOf,
    },
    { key: 'role', header: say(words.role), cell: ({ role }) => say(roleWords[role]) },
    { key: 'by', header: say(words.invitedBy), cell: ({ invitedBy }) => invitedBy },
    { key: 'until', header: say(words.until), cell: ({ expiresAt }) => dateTime(expiresAt) },
    ...(onWithdraw === undefined ? [] : [withdrawColumn(say, addressOf, onWithdraw)]),
  ];
  return (
    <Stack gap="xs">
      <Title order={2}>{say(words.invitations)}</Title>
      <Saved when={withdrawn}>{say(words.withdrawn)}</Saved>
      {invitations.length === 0 ? (
        <Text>{say(words.noInvitations)}</Text>
      ) : (
        <DataTable
          caption={say(words.invitations)}
          columns={columns}
          rows={invitations}
          rowKey={({ id }) => id}
        />
      )}
    </Stack>
  );
}

function withdrawColumn(
  say: ReturnType<typeof useSay>,
  addressOf: (invitation: Invitation) => string,
  withdraw: (id: string) => void,
): Column<Invitation> {
  return {
    key: 'withdraw',
    header: say(words.actions),
    cell: (invitation) => (
      <ConfirmButton
        size="xs"
        variant="default"
        aria-label={`${say(words.withdraw)}: ${addressOf(invitation)}`}
        question={say(words.withdrawQuestion)}
        consequence={say(words.withdrawConsequence)}
        onConfirm={() => withdraw(invitation.id)}
      >
        {say(words.withdraw)}
      </ConfirmButton>
    ),
  };
}
