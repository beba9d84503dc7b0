// Entries of an audit log, newest first, older ones when somebody asks for them.

import { Button, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useId } from 'react';
import type { AuditEntry } from '../api/types.ts';
import { Empty } from '../ui/empty.tsx';
import { ScrollFrame } from '../ui/scroll-frame.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { auditWords as words } from '../words/audit.ts';
import { useFormat, useLanguage, useSay } from '../words/say.ts';
import { AuditChanges } from './audit-changes.tsx';
import { auditSentence } from './audit-sentence.ts';
import type { AuditPages } from './use-audit.ts';

export interface AuditEntriesProps {
  readonly audit: AuditPages;
  /** What the table holds, for screen readers. */
  readonly caption: string;
  /** What would stand here. */
  readonly emptyText: string;
}

export function AuditEntries({ audit, caption, emptyText }: AuditEntriesProps): ReactNode {
  const say = useSay();
  const trouble = audit.error === null ? null : <Trouble of={audit.error} onRetry={() => audit.refetch()} />;
  if (audit.data === undefined) {
    return trouble ?? <Waiting>{say(words.loading)}</Waiting>;
  }
  const entries = audit.data.pages.flatMap((page) => page.entries);
  if (entries.length === 0) {
    return <Empty title={say(words.empty)}>{emptyText}</Empty>;
  }
  return (
    <Stack align="flex-start">
      {audit.isFetchNextPageError ? null : trouble}
      <EntryTable entries={entries} caption={caption} />
      {audit.isFetchingNextPage ? (
        <Waiting>{say(words.olderLoading)}</Waiting>
      ) : audit.isFetchNextPageError ? (
        // Far below the first entries, where somebody has just pressed.
        <Trouble of={audit.error} onRetry={() => audit.fetchNextPage()} />
      ) : audit.hasNextPage ? (
        <Button variant="default" onClick={() => void audit.fetchNextPage()}>
          {say(words.older)}
        </Button>
      ) : null}
    </Stack>
  );
}

interface EntryTableProps {
  readonly entries: readonly AuditEntry[];
  readonly caption: string;
}

function EntryTable({ entries, caption }: EntryTableProps): ReactNode {
  const say = useSay();
  const { dateTimeZone } = useFormat();
  const { language } = useLanguage();
  const captionId = useId();
  return (
    <ScrollFrame labelledBy={captionId}>
      <Table verticalSpacing="xs">
        <Table.Caption id={captionId} className="caption-hidden">
          <VisuallyHidden>{caption}</VisuallyHidden>
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
              <Table.Td>{entry.who === '' ? say(words.nobody) : entry.who}</Table.Td>
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
