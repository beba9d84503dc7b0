// Everybody with an account in this installation, and what was changed in it as a whole; for operators.

import { Alert, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAsk, useDo, useFresh } from '../api/use.ts';
import { useMe } from '../session/use-session.ts';
import { Empty } from '../ui/empty.tsx';
import { Icon } from '../ui/icons.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { auditWords } from '../words/audit.ts';
import { installationWords as words, peopleWords } from '../words/people.ts';
import { useSay } from '../words/say.ts';
import { AuditEntries } from './audit-entries.tsx';
import { Invitations } from './invitations.tsx';
import { InviteForm } from './invite-form.tsx';
import { PeopleTable } from './people-table.tsx';
import { useInstallationAudit } from './use-audit.ts';

export function InstallationPeople(): ReactNode {
  const say = useSay();
  const me = useMe();
  return (
    <Page title={say(words.title)} description={say(words.about)}>
      {me.operator ? <People /> : <Empty title={say(words.mayNot)} />}
    </Page>
  );
}

function People(): ReactNode {
  const say = useSay();
  const asked = useAsk('listPeople', {});
  const fresh = useFresh();
  const withdraw = useDo('withdrawOperatorInvitation', { onDone: () => fresh() });
  if (asked.data === undefined) {
    return asked.error === null ? (
      <Waiting>{say(peopleWords.loading)}</Waiting>
    ) : (
      <Trouble of={asked.error} onRetry={() => asked.refetch()} />
    );
  }
  return (
    <Stack gap="lg">
      <PeopleTable people={asked.data.people} />
      {withdraw.error === null ? null : <Trouble of={withdraw.error} />}
      <Invitations
        invitations={asked.data.invitations}
        withdrawn={withdraw.isSuccess}
        onWithdraw={(invitationId) => withdraw.mutate({ params: { invitationId } })}
      />
      <InviteOperator />
      <InstallationAudit />
    </Stack>
  );
}

function InviteOperator(): ReactNode {
  const say = useSay();
  const fresh = useFresh();
  const invite = useDo('inviteOperator', { onDone: () => fresh() });
  return (
    <Section title={say(words.invite)}>
      <Text c="dimmed">{say(words.inviteAbout)}</Text>
      <InviteForm
        busy={invite.isPending}
        refused={invite.error}
        invited={invite.data ?? null}
        onInvite={(email) => invite.mutate({ body: { email } })}
      />
    </Section>
  );
}

function InstallationAudit(): ReactNode {
  const say = useSay();
  return (
    <Stack component="section" gap="sm">
      <Title order={2}>{say(auditWords.installation)}</Title>
      <Text c="dimmed" maw={720}>
        {say(auditWords.installationAbout)}
      </Text>
      <AuditCheck />
      <AuditEntries
        audit={useInstallationAudit()}
        caption={say(auditWords.installation)}
        emptyText={say(auditWords.installationEmptyText)}
      />
    </Stack>
  );
}

/** Whether anybody reached around Tandem. */
function AuditCheck(): ReactNode {
  const say = useSay();
  const { data, error, refetch } = useAsk('checkAudit', {});
  if (error !== null) return <Trouble of={error} onRetry={() => refetch()} />;
  if (data === undefined) return null;
  const { entries, brokenAt } = data;
  if (brokenAt === null)
    return (
      <Text c="dimmed" size="sm">
        {say(entries === 1 ? auditWords.wholeOne : auditWords.wholeMany, { n: entries })}
      </Text>
    );
  return (
    <Alert color="red" role="alert" title={say(auditWords.broken)} icon={<Icon name="warn" size={20} />}>
      {say(auditWords.brokenText, { seq: brokenAt })}
    </Alert>
  );
}
