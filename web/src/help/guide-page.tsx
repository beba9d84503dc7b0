// How an issue comes about and how it is solved, step by step. Open to anybody: mails lead here too.

import { Box, Button, Stack, Text, Title } from '@mantine/core';
import { useCanGoBack, useParams, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk } from '../api/use.ts';
import { Empty } from '../ui/empty.tsx';
import { Facts } from '../ui/facts.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { Page } from '../ui/page.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { titleOf } from '../words/codes.ts';
import type { Guide } from '../words/help.ts';
import { guideWords as words } from '../words/help.ts';
import { useLanguage, useSay } from '../words/say.ts';
import { ClassBadge } from './guide-badges.tsx';
import { GuideWays } from './guide-ways.tsx';

export function GuidePage(): ReactNode {
  const say = useSay();
  const { code = '' } = useParams({ strict: false });
  const asked = useAsk('readGuide', { params: { code } }, { staleMs: Number.POSITIVE_INFINITY });
  if (asked.data !== undefined) {
    return <GuideView guide={asked.data} />;
  }
  if (asked.error?.status === 404) {
    return <Unknown code={code} />;
  }
  return (
    <Page title={say(titleOf(code))} size="narrow" above={<Back />}>
      {asked.isError ? (
        <Trouble of={asked.error} onRetry={asked.refetch} />
      ) : (
        <Waiting>{say(words.waiting)}</Waiting>
      )}
    </Page>
  );
}

function GuideView({ guide }: { readonly guide: Guide }): ReactNode {
  const say = useSay();
  const { language } = useLanguage();
  return (
    <Page
      title={say(guide.title)}
      windowTitle={`${say(guide.title)} · ${say(words.title)}`}
      size="narrow"
      above={<Back />}
      description={<ClassBadge of={guide.class} />}
    >
      <Stack gap="xs" component="section">
        <Title order={2}>{say(words.cause)}</Title>
        {guide.cause[language].map((paragraph) => (
          <Text key={paragraph}>{paragraph}</Text>
        ))}
      </Stack>
      <GuideWays ways={guide.ways} />
      <Stack gap="xs" component="section">
        <Title order={2}>{say(words.afterwards)}</Title>
        <Text>{say(guide.afterwards)}</Text>
      </Stack>
      <Facts facts={[[say(words.code), <code key="code">{guide.code}</code>]]} />
    </Page>
  );
}

function Unknown({ code }: { readonly code: string }): ReactNode {
  const say = useSay();
  return (
    <Page title={say(words.unknownTitle)} size="narrow" above={<Back />}>
      <Empty
        title={say(words.unknownCode, { code: code.slice(0, MOST_SHOWN) })}
        action={<ButtonLink to="/">{say(words.unknownLink)}</ButtonLink>}
      >
        {say(words.unknownText)}
      </Empty>
    </Page>
  );
}

/** Of an address that somebody may have made up. */
const MOST_SHOWN = 60;

/** To where one came from; nothing where the page was opened by its address. */
function Back(): ReactNode {
  const say = useSay();
  const { history } = useRouter();
  return useCanGoBack() ? (
    <Box>
      <Button variant="subtle" size="compact-sm" ml={-8} onClick={() => history.back()}>
        {say(words.back)}
      </Button>
    </Box>
  ) : null;
}
