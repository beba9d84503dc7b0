// Invites somebody to one integration, with a role.

import { Radio, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Role } from '../api/types.ts';
import { useDo, useFresh } from '../api/use.ts';
import { Section } from '../ui/section.tsx';
import { roleHints, roleWords } from '../words/common.ts';
import { peopleWords as words } from '../words/people.ts';
import { useSay } from '../words/say.ts';
import { InviteForm } from './invite-form.tsx';

const ROLES = ['customer', 'admin', 'viewer'] as const satisfies readonly Role[];

export function InviteMember({ integrationId: id }: { readonly integrationId: string }): ReactNode {
  const say = useSay();
  const fresh = useFresh();
  const [role, setRole] = useState<Role>('customer');
  const invite = useDo('inviteMember', { onDone: () => fresh(id) });
  return (
    <Section title={say(words.invite)}>
      <InviteForm
        busy={invite.isPending}
        refused={invite.error}
        invited={invite.data ?? null}
        onInvite={(email) => invite.mutate({ params: { id }, body: { email, role } })}
      >
        <Radio.Group
          label={say(words.role)}
          value={role}
          onChange={(value) => setRole(ROLES.find((one) => one === value) ?? 'customer')}
        >
          <Stack gap="xs" mt={6}>
            {ROLES.map((one) => (
              <Radio key={one} value={one} label={say(roleWords[one])} description={say(roleHints[one])} />
            ))}
          </Stack>
        </Radio.Group>
      </InviteForm>
    </Section>
  );
}
