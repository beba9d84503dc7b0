// People of one integration: their roles, open invitations, inviting somebody.

import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useAsk, useDo, useFresh } from '../api/use.ts';
import { useIntegration } from '../integration/context.ts';
import { mayLead } from '../integration/standing.ts';
import { ToSettings } from '../settings/to-settings.tsx';
import { Page } from '../ui/page.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { peopleWords as words } from '../words/people.ts';
import { useSay } from '../words/say.ts';
import { Invitations } from './invitations.tsx';
import { InviteMember } from './invite-member.tsx';
import { MemberTable } from './member-table.tsx';

export function Members(): ReactNode {
  const say = useSay();
  const { id, name, role } = useIntegration();
  const asked = useAsk('listMembers', { params: { id } });
  const leads = mayLead(role);
  return (
    <Page
      title={say(words.title)}
      windowTitle={`${say(words.title)} · ${name}`}
      above={<ToSettings id={id} />}
      description={say(words.about)}
    >
      {asked.error === null ? null : <Trouble of={asked.error} onRetry={() => asked.refetch()} />}
      {asked.data !== undefined ? (
        <>
          <MemberTable integrationId={id} members={asked.data.members} leads={leads} />
          {leads ? <Withdrawable integrationId={id} invitations={asked.data.invitations} /> : null}
          {leads ? <InviteMember integrationId={id} /> : <Text>{say(words.mayNot)}</Text>}
        </>
      ) : asked.error === null ? (
        <Waiting>{say(words.loading)}</Waiting>
      ) : null}
    </Page>
  );
}

function Withdrawable(props: {
  readonly integrationId: string;
  readonly invitations: Parameters<typeof Invitations>[0]['invitations'];
}): ReactNode {
  const { integrationId: id, invitations } = props;
  const fresh = useFresh();
  const [done, setDone] = useState(false);
  const withdraw = useDo('withdrawInvitation', {
    onDone: async () => {
      await fresh(id);
      setDone(true);
    },
  });
  return (
    <Stack gap="xs">
      {withdraw.error === null ? null : <Trouble of={withdraw.error} />}
      <Invitations
        invitations={invitations}
        withdrawn={done}
        onWithdraw={(invitationId) => {
          setDone(false);
          withdraw.mutate({ params: { id, invitationId } });
        }}
      />
    </Stack>
  );
}
