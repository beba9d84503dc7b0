// Who changed what in one integration, newest first.

import type { ReactNode } from 'react';
import { useIntegration } from '../integration/context.ts';
import { LeadPage } from '../settings/lead-page.tsx';
import { auditWords as words } from '../words/audit.ts';
import { useSay } from '../words/say.ts';
import { AuditEntries } from './audit-entries.tsx';
import { useAudit } from './use-audit.ts';

export function AuditLog(): ReactNode {
  const { id } = useIntegration();
  return (
    <LeadPage words={words}>
      <Entries integrationId={id} />
    </LeadPage>
  );
}

function Entries({ integrationId }: { readonly integrationId: string }): ReactNode {
  const say = useSay();
  return (
    <AuditEntries
      audit={useAudit(integrationId)}
      caption={say(words.title)}
      emptyText={say(words.emptyText)}
    />
  );
}
