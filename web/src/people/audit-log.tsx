// Who changed what in one integration, newest first.

import type { ReactNode } from 'react';
import { useIntegration } from '../integration/context.ts';
import { mayLead } from '../integration/standing.ts';
import { ToSettings } from '../settings/to-settings.tsx';
import { Empty } from '../ui/empty.tsx';
import { Page } from '../ui/page.tsx';
import { auditWords as words } from '../words/audit.ts';
import { useSay } from '../words/say.ts';
import { AuditEntries } from './audit-entries.tsx';
import { useAudit } from './use-audit.ts';

export function AuditLog(): ReactNode {
  const say = useSay();
  const { id, name, role } = useIntegration();
  return (
    <Page
      title={say(words.title)}
      windowTitle={`${say(words.title)} · ${name}`}
      above={<ToSettings id={id} />}
      description={say(words.about)}
    >
      {mayLead(role) ? (
        <Entries integrationId={id} />
      ) : (
        <Empty title={say(words.mayNot)}>{say(words.mayNotText)}</Empty>
      )}
    </Page>
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
