// The newest mails, each with how it stands; each opens.

import { Box, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import type { Column } from '../ui/data-table.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Empty } from '../ui/empty.tsx';
import { TextLink } from '../ui/link.tsx';
import type { Mail } from '../words/mails.ts';
import { mailReasonWords, mailStateWords, mailWords as words } from '../words/mails.ts';
import { useFormat, useSay } from '../words/say.ts';
import { MailState } from './mail-state.tsx';
import { kindWords } from './mail-states.ts';

export interface MailTableProps {
  readonly integrationId: string;
  readonly mails: readonly Mail[];
}

export function MailTable({ integrationId, mails }: MailTableProps): ReactNode {
  const say = useSay();
  const columns = useColumns(integrationId);
  return (
    <Stack gap="sm" component="section">
      <Title order={2}>{say(words.list)}</Title>
      {mails.length === 0 ? (
        <Empty title={say(words.emptyTitle)}>{say(words.emptyText)}</Empty>
      ) : (
        <>
          <Text c="dimmed">{say(words.listText)}</Text>
          <DataTable caption={say(words.list)} columns={columns} rows={mails} rowKey={(mail) => mail.id} />
        </>
      )}
    </Stack>
  );
}

function useColumns(id: string): readonly Column<Mail>[] {
  const say = useSay();
  const { dateTime } = useFormat();
  return useMemo(() => {
    const created = (mail: Mail): string => dateTime(mail.createdAt);
    const kind = (mail: Mail): string => say(kindWords(mail.kind));
    const state = (mail: Mail): string => say(mailStateWords[mail.state]);
    return [
      {
        key: 'created',
        header: say(words.created),
        names: true,
        cell: (mail) => (
          <TextLink
            to="/integrations/$id/mails/$mailId"
            params={{ id, mailId: mail.id }}
            aria-label={`${created(mail)}, ${kind(mail)}, ${mail.to}`}
            className="no-wrap"
          >
            {created(mail)}
          </TextLink>
        ),
        text: created,
        sort: (mail) => Date.parse(mail.createdAt),
      },
      { key: 'kind', header: say(words.kind), cell: kind, text: kind, sort: kind },
      { key: 'to', header: say(words.to), cell: ({ to }) => to, text: ({ to }) => to, sort: ({ to }) => to },
      {
        key: 'state',
        header: say(words.state),
        cell: (mail) => (
          <Box miw={220}>
            <MailState mail={mail} />
          </Box>
        ),
        text: (mail) =>
          `${state(mail)} ${mail.reason === null ? '' : say(mailReasonWords[mail.reason])} ${mail.trouble ?? ''}`,
        sort: state,
      },
    ];
  }, [id, say, dateTime]);
}
