// The mails of one integration: who gets them, whether they can go out, a test, and what was written so far.

import { SimpleGrid, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAsk } from '../api/use.ts';
import { useIntegration } from '../integration/context.ts';
import { mayAct } from '../integration/standing.ts';
import { Page } from '../ui/page.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import type { MailAnswer } from '../words/mails.ts';
import { mailWords as words } from '../words/mails.ts';
import { useSay } from '../words/say.ts';
import { MailServer } from './mail-server.tsx';
import { MailTable } from './mail-table.tsx';
import { Recipients } from './recipients.tsx';
import { TestMail } from './test-mail.tsx';

/** Mails go out while one looks. */
const LOOK_AGAIN_MS = 30_000;

export function MailList(): ReactNode {
  const say = useSay();
  const { id, name } = useIntegration();
  const asked = useAsk('listMails', { params: { id } }, { everyMs: LOOK_AGAIN_MS });
  return (
    <Page
      title={say(words.title)}
      windowTitle={`${say(words.title)} · ${name}`}
      description={say(words.about)}
    >
      {asked.data !== undefined ? (
        <Mails answer={asked.data} />
      ) : asked.isError ? (
        <Trouble of={asked.error} onRetry={asked.refetch} />
      ) : (
        <Waiting>{say(words.waiting)}</Waiting>
      )}
    </Page>
  );
}

function Mails({ answer }: { readonly answer: MailAnswer }): ReactNode {
  const view = useIntegration();
  return (
    <Stack gap="lg">
      <MailServer server={answer.server} />
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Recipients view={view} />
        {mayAct(view.role) ? <TestMail integrationId={view.id} /> : null}
      </SimpleGrid>
      <MailTable integrationId={view.id} mails={answer.mails} />
    </Stack>
  );
}
