// The pages of an integration, as links.

import { Badge, Box, Group, VisuallyHidden } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { IntegrationView } from '../api/types.ts';
import { useAsk } from '../api/use.ts';
import { ButtonLink } from '../ui/link.tsx';
import { frameWords } from '../words/integration.ts';
import { useSay } from '../words/say.ts';
import { mayLead, nextStepOf } from './standing.ts';

/** Where one is needs no hover, whose colour would be too near to the text’s. */
const here = { variant: 'light', style: { '--button-hover': 'var(--mantine-color-blue-light)' } } as const;

export function FrameNav({ view }: { readonly view: IntegrationView }): ReactNode {
  const say = useSay();
  const params = { id: view.id };
  // The link leads to the next step, and is the current one in all eight.
  const inSetUp = useLocation({ select: ({ pathname }) => pathname.includes(`/${view.id}/set-up/`) });
  const look = { variant: 'subtle', size: 'compact-md', activeProps: here } as const;
  return (
    <Box component="nav" aria-label={say(frameWords.nav)}>
      <Group gap={4} component="ul" className="plain-list">
        <li>
          <ButtonLink to="/integrations/$id" params={params} activeOptions={{ exact: true }} {...look}>
            {say(frameWords.overview)}
          </ButtonLink>
        </li>
        <li>
          <ButtonLink
            to="/integrations/$id/set-up/$step"
            params={{ ...params, step: nextStepOf(view.steps) ?? 'accounts' }}
            {...look}
            {...(inSetUp ? { ...here, 'aria-current': 'page' } : {})}
          >
            {say(frameWords.setUp)}
          </ButtonLink>
        </li>
        <li>
          <ButtonLink to="/integrations/$id/runs" params={params} {...look}>
            {say(frameWords.runs)}
          </ButtonLink>
        </li>
        <li>
          <ButtonLink to="/integrations/$id/issues" params={params} {...look}>
            {say(frameWords.issues)}
            <OpenIssues view={view} />
          </ButtonLink>
        </li>
        <li>
          <ButtonLink to="/integrations/$id/people" params={params} {...look}>
            {say(frameWords.people)}
          </ButtonLink>
        </li>
        {mayLead(view.role) ? (
          <li>
            <ButtonLink to="/integrations/$id/audit" params={params} {...look}>
              {say(frameWords.audit)}
            </ButtonLink>
          </li>
        ) : null}
      </Group>
    </Box>
  );
}

function OpenIssues({ view }: { readonly view: IntegrationView }): ReactNode {
  const say = useSay();
  const { data } = useAsk('listIssues', { params: { id: view.id } }, { enabled: view.lastRun !== null });
  const n = data?.issues.length ?? 0;
  return n === 0 ? null : (
    <Badge component="span" ml={6} size="sm" circle={n < 10} color="yellow" variant="light">
      <span aria-hidden>{n}</span>
      <VisuallyHidden>{say(frameWords.issuesCount, { n })}</VisuallyHidden>
    </Badge>
  );
}
