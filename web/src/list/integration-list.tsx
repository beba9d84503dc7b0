// The first page: all integrations that one may see, worst first.

import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Answer } from '../api/types.ts';
import { useAsk } from '../api/use.ts';
import { Empty } from '../ui/empty.tsx';
import { Page } from '../ui/page.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { listWords as words } from '../words/list.ts';
import { useFormat, useLanguage, useSay } from '../words/say.ts';
import { everything, findIn, offersFind } from './find.ts';
import { FindFields } from './find-fields.tsx';
import { IntegrationCard } from './integration-card.tsx';
import { NewIntegration } from './new-integration.tsx';
import { TrySandbox } from './try-sandbox.tsx';
import { needsSomebody, worstFirst } from './worst-first.ts';

const EVERY_MS = 30_000;

export function IntegrationList(): ReactNode {
  const say = useSay();
  const list = useAsk('listIntegrations', {}, { everyMs: EVERY_MS });
  const mayCreate = list.data?.mayCreate === true;
  return (
    <Page title={say(words.title)} actions={mayCreate ? <NewIntegration /> : undefined}>
      {list.error === null ? null : <Trouble of={list.error} onRetry={() => list.refetch()} />}
      {list.data === undefined ? (
        list.error === null ? (
          <Waiting>{say(words.loading)}</Waiting>
        ) : null
      ) : list.data.integrations.length === 0 ? (
        <Nothing mayCreate={mayCreate} />
      ) : (
        <Cards {...list.data} />
      )}
    </Page>
  );
}

function Nothing({ mayCreate }: { readonly mayCreate: boolean }): ReactNode {
  const say = useSay();
  return (
    <Stack>
      <Empty title={say(words.emptyTitle)}>{say(mayCreate ? words.emptyMayCreate : words.emptyMayNot)}</Empty>
      {mayCreate ? <TrySandbox /> : null}
    </Stack>
  );
}

function Cards({ integrations, mayCreate }: Answer<'listIntegrations'>): ReactNode {
  const say = useSay();
  const { count } = useFormat();
  const { language } = useLanguage();
  const [wanted, setWanted] = useState(everything);
  const needing = integrations.filter(needsSomebody).length;
  const fitting = findIn(worstFirst(integrations, language), wanted);
  return (
    <Stack>
      <Text>
        {needing === 0 ? `${say(words.needNone)}.` : `${count(needing, words.needOne, words.needMany)}.`}
      </Text>
      {offersFind(integrations, wanted) ? (
        <FindFields cards={integrations} shown={fitting.length} wanted={wanted} onWant={setWanted} />
      ) : null}
      <ul className="cards">
        {fitting.map((card) => (
          <li key={card.id}>
            <IntegrationCard card={card} />
          </li>
        ))}
      </ul>
      {mayCreate && !integrations.some(({ origin }) => origin === 'sandbox') ? <TrySandbox /> : null}
    </Stack>
  );
}
