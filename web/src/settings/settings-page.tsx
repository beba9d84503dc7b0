// Everything that can be set about an integration, in one place.

import { Grid, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useIntegration } from '../integration/context.ts';
import { mayLead } from '../integration/standing.ts';
import { StepOverview } from '../integration/step-overview.tsx';
import { FormProvider, useFormOf } from '../steps/form.ts';
import { FormFile } from '../steps/sheet/form-file.tsx';
import { PrintedForm } from '../steps/sheet/printed-form.tsx';
import '../steps/steps.css';
import { Page } from '../ui/page.tsx';
import { useSay } from '../words/say.ts';
import { settingsWords as words } from '../words/settings.ts';
import { CredentialsCard } from './credentials-card.tsx';
import { HookCard } from './hook-card.tsx';
import { LinkCard } from './link-card.tsx';
import { RemoveCard } from './remove-card.tsx';
import { ReportCard } from './report-card.tsx';
import { RunCard } from './run-card.tsx';

export function SettingsPage(): ReactNode {
  const say = useSay();
  const view = useIntegration();
  const { id, name, role } = view;
  const form = useFormOf(view);
  return (
    <Page
      title={say(words.title)}
      windowTitle={`${say(words.title)} · ${name}`}
      description={say(words.about)}
    >
      <FormProvider value={form}>
        <Grid gap="lg">
          <Grid.Col span={half}>
            <Stack gap="lg">
              <StepOverview view={view} />
              <CredentialsCard view={view} />
              <ReportCard view={view} />
            </Stack>
          </Grid.Col>
          <Grid.Col span={half}>
            <Stack gap="lg">
              <RunCard view={view} />
              <LinkCard
                title={say(words.people)}
                text={say(words.peopleText)}
                to="/integrations/$id/people"
                id={id}
                link={say(words.toPeople)}
              />
              {mayLead(role) ? <Leading id={id} /> : null}
            </Stack>
          </Grid.Col>
          <Grid.Col span={half}>
            <PrintedForm />
          </Grid.Col>
          <Grid.Col span={half}>
            <FormFile />
          </Grid.Col>
        </Grid>
      </FormProvider>
      {role === 'operator' ? <RemoveCard view={view} /> : null}
    </Page>
  );
}

const half = { base: 12, md: 6 } as const;

/** What only administrators and operators see. */
function Leading({ id }: { readonly id: string }): ReactNode {
  const say = useSay();
  return (
    <>
      <LinkCard
        title={say(words.audit)}
        text={say(words.auditText)}
        to="/integrations/$id/audit"
        id={id}
        link={say(words.toAudit)}
      />
      <LinkCard
        title={say(words.personal)}
        text={say(words.personalText)}
        to="/integrations/$id/personal-data"
        id={id}
        link={say(words.toPersonal)}
      />
      <HookCard id={id} />
    </>
  );
}
