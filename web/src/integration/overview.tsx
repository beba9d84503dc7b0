// How one integration stands and what to do next; last and next run; the last weeks; what is open; what can be done.

import { Grid, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { RunProgress } from '../runs/run-progress.tsx';
import { Page } from '../ui/page.tsx';
import { overviewWords } from '../words/integration.ts';
import { useSay } from '../words/say.ts';
import { Controls } from './controls.tsx';
import { useIntegration } from './context.ts';
import { HistoryCard } from './history-card.tsx';
import { LastRun } from './last-run.tsx';
import { OpenCauses } from './open-causes.tsx';
import { StandingPanel } from './standing-panel.tsx';
import { StepOverview } from './step-overview.tsx';
import { isOn } from './standing.ts';

export function Overview(): ReactNode {
  const say = useSay();
  const view = useIntegration();
  const hasRun = view.lastRun !== null || isOn(view.state);
  return (
    <Page title={say(overviewWords.title)} windowTitle={`${say(overviewWords.title)} · ${view.name}`}>
      <StandingPanel view={view} />
      <RunProgress integrationId={view.id} />
      {view.state === 'setting-up' ? <StepOverview view={view} /> : null}
      {hasRun ? (
        <Grid gap="lg">
          <Grid.Col span={{ base: 12, md: isOn(view.state) ? 7 : 12 }}>
            <Stack gap="lg">
              <LastRun view={view} />
              <HistoryCard view={view} />
              <OpenCauses view={view} />
            </Stack>
          </Grid.Col>
          {isOn(view.state) ? (
            <Grid.Col span={{ base: 12, md: 5 }}>
              <Controls view={view} />
            </Grid.Col>
          ) : null}
        </Grid>
      ) : null}
    </Page>
  );
}
