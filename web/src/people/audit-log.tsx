// Who changed what in one integration, newest first.

import { Button, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useId } from 'react';
import type { AuditEntry } from '../api/types.ts';
import { useIntegration } from '../integration/context.ts';
import { mayLead } from '../integration/standing.ts';
import { Empty } from '../ui/empty.tsx';
import { Page } from '../ui/page.tsx';
import { ScrollFrame } from '../ui/scroll-frame.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { auditWords as words } from '../words/audit.ts';
import { useFormat, useLanguage, useSay } from '../words/say.ts';
import { AuditChanges } from './audit-changes.tsx';
import { auditSentence } from './audit-sentence.ts';
import { useAudit } from './use-audit.ts';

export function AuditLog(): ReactNode {
  const say = useSay();
  const { id, name, role } = useIntegration();
  return (
    <Page
      title={say(words.title)}
      windowTitle={`${say(words.title)} · ${name}`}
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
  const audit = useAudit(integrationId);
  const trouble = audit.error === null ? null : <Trouble of={audit.error} onRetry={() => audit.refetch()} />;
  if (audit.data === undefined) {
    return trouble ?? <Waiting>{say(words.loading)}</Waiting>;
  }
  const entries = audit.data.pages.flatMap((page) => page.entries);
  if (entries.length === 0) {
    return <Empty title={say(words.empty)}>{say(words.emptyText)}</Empty>;
  }
  return (
    <Stack align="flex-start">
      {trouble}
      <EntryTable entries={entries} />
      {audit.isFetchingNextPage ? (
        <Waiting>{say(words.olderLoading)}</Waiting>
      ) : audit.hasNextPage ? (
        <Button variant="default" onClick={() => void audit.fetchNextPage()}>
          {say(words.older)}
        </Button>
      ) : null}
    </Stack>
  );
}

function EntryTable({ entries }: { readonly entries: readonly AuditEntry[] }): ReactNode {
  const say = useSay();
  const { dateTimeZone } = useFormat();
  const { language } = useLanguage();
  const captionId = useId();
  return (
    <ScrollFrame labelledBy={captionId}>
      <Table verticalSpacing="xs">
        <Table.Caption id={captionId} className="caption-hidden">
          <VisuallyHidden>{say(words.title)}</VisuallyHidden>
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{say(words.when)}</Table.Th>
            <Table.Th scope="col">{say(words.who)}</Table.Th>
            <Table.Th scope="col">{say(words.what)}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map((entry) => (
            <Table.Tr key={entry.seq}>
              <Table.Td className="no-wrap" title={say(words.number, { seq: String(entry.seq) })}>
                {dateTimeZone(entry.at)}
              </Table.Td>
              <Table.Td>{entry.who}</Table.Td>
              <Table.Td miw={240}>
                <Text size="sm">{auditSentence(entry, language)}</Text>
                <AuditChanges entry={entry} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollFrame>
  );
}
