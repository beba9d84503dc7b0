// One part of a day: the chain from TimeTac over the rules to Personio and its answer, then what is open and decided.

import { Box, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from '../ui/icons.tsx';
import { TextLink } from '../ui/link.tsx';
import { partWords } from '../words/common.ts';
import { emptyLinkWords, explainWords, linkWords } from '../words/explain.ts';
import { useSay } from '../words/say.ts';
import type { Link, PartStory as Story, Statement } from './chain.ts';
import { isSilent, links } from './chain.ts';
import './explain.css';
import { Statements } from './statements.tsx';

export interface PartStoryProps {
  readonly integrationId: string;
  readonly story: Story;
}

export function PartStory({ integrationId, story }: PartStoryProps): ReactNode {
  const say = useSay();
  const { part, chain, issues, decisions } = story;
  const hasChain = links.some((link) => chain[link].length > 0);
  return (
    <Paper component="section" withBorder p="md">
      <Stack gap="md">
        <Title order={3} size="h2">
          {say(partWords[part])}
        </Title>
        {isSilent(story) ? <Text>{say(explainWords.silent)}</Text> : null}
        {hasChain ? <Chain story={story} /> : null}
        <Aside title={say(explainWords.issues)} said={issues} />
        {issues.length === 0 && chain.answer.length === 0 ? null : (
          <Box>
            <TextLink size="sm" to="/integrations/$id/issues" params={{ id: integrationId }}>
              {say(explainWords.toIssues)}
            </TextLink>
          </Box>
        )}
        <Aside title={say(explainWords.decisions)} said={decisions} />
      </Stack>
    </Paper>
  );
}

function Chain({ story: { part, chain } }: { readonly story: Story }): ReactNode {
  const say = useSay();
  const label = say(explainWords.chain, { part: say(partWords[part]) });
  return (
    <ol className="explain-chain" aria-label={label}>
      {links.map((link) => (
        <li key={link}>
          <ChainLink link={link} said={chain[link]} />
        </li>
      ))}
    </ol>
  );
}

function ChainLink({ link, said }: { readonly link: Link; readonly said: readonly Statement[] }): ReactNode {
  const say = useSay();
  return (
    <Stack gap={6}>
      <Group gap={6} wrap="nowrap">
        {link === 'source' ? null : (
          <Box component="span" c="dimmed" className="explain-arrow">
            <Icon name="arrow" />
          </Box>
        )}
        <Title order={4} size="h5">
          {say(linkWords[link])}
        </Title>
      </Group>
      {said.length === 0 ? (
        <Text size="sm" c="dimmed">
          {say(emptyLinkWords[link])}
        </Text>
      ) : (
        <Statements said={said} />
      )}
    </Stack>
  );
}

interface AsideProps {
  readonly title: string;
  readonly said: readonly Statement[];
}

function Aside({ title, said }: AsideProps): ReactNode {
  return said.length === 0 ? null : (
    <Stack gap={6}>
      <Title order={4} size="h5">
        {title}
      </Title>
      <Statements said={said} />
    </Stack>
  );
}
