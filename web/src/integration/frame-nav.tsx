// The pages of an integration, as links.

import { Badge, Box, Group, VisuallyHidden } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { IntegrationView } from '../api/types.ts';
import { useAsk } from '../api/use.ts';
import { ButtonLink } from '../ui/link.tsx';
import { frameWords } from '../words/integration.ts';
import { useSay } from '../words/say.ts';
import type { Place } from './place.ts';
import { placeOf } from './place.ts';
import { nextStepOf } from './standing.ts';

/** Where one is needs no hover, whose colour would be too near to the text’s. */
const here = { variant: 'light', style: { '--button-hover': 'var(--mantine-color-blue-light)' } } as const;

const look = { variant: 'subtle', size: 'compact-md', px: 8, activeProps: here } as const;

export function FrameNav({ view }: { readonly view: IntegrationView }): ReactNode {
  const say = useSay();
  const params = { id: view.id };
  const nextStep = nextStepOf(view.steps);
  const place = useLocation({ select: ({ pathname }) => placeOf(pathname, nextStep !== null) });
  // Pages below an entry: the entry is where one is, too, although its link leads elsewhere.
  const marked = (entry: Place) => (entry === place ? { ...here, 'aria-current': 'page' as const } : {});
  return (
    <Box component="nav" aria-label={say(frameWords.nav)}>
      <Group gap={2} component="ul" className="plain-list">
        <li>
          <ButtonLink to="/integrations/$id" params={params} activeOptions={{ exact: true }} {...look}>
            {say(frameWords.overview)}
          </ButtonLink>
        </li>
        {nextStep === null ? null : (
          <li>
            <ButtonLink
              to="/integrations/$id/set-up/$step"
              params={{ ...params, step: nextStep }}
              {...look}
              {...marked('set-up')}
            >
              {say(frameWords.setUp)}
            </ButtonLink>
          </li>
        )}
        <li>
          <ButtonLink to="/integrations/$id/issues" params={params} {...look}>
            {say(frameWords.issues)}
            <OpenIssues view={view} />
          </ButtonLink>
        </li>
        {plain.map(({ to, words }) => (
          <li key={to}>
            <ButtonLink to={to} params={params} activeOptions={noSearch} {...look}>
              {say(words)}
            </ButtonLink>
          </li>
        ))}
        <li>
          <ButtonLink to="/integrations/$id/settings" params={params} {...look} {...marked('settings')}>
            {say(frameWords.settings)}
          </ButtonLink>
        </li>
      </Group>
    </Box>
  );
}

const plain = [
  { to: '/integrations/$id/runs', words: frameWords.runs },
  { to: '/integrations/$id/explain', words: frameWords.explain },
  { to: '/integrations/$id/month', words: frameWords.month },
  { to: '/integrations/$id/payroll', words: frameWords.payroll },
  { to: '/integrations/$id/mails', words: frameWords.mails },
] as const;

/** Whose day, or which month, does not matter for where one is. */
const noSearch = { includeSearch: false } as const;

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
