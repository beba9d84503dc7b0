// Set-up of one integration: one of its eight steps, with the list of all of them. Each step is loaded when it is opened.

import { useParams } from '@tanstack/react-router';
import type { ComponentType, ReactNode } from 'react';
import { lazy, Suspense } from 'react';
import type { StepName } from '../api/types.ts';
import { useIntegration } from '../integration/context.ts';
import { ButtonLink } from '../ui/link.tsx';
import { Page } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useSay } from '../words/say.ts';
import { stepsWords } from '../words/steps-frame.ts';
import { FormProvider, useFormOf } from './form.ts';
import { useForgetOldAccounts } from './live/choices.ts';
import { StepFrame } from './step-frame.tsx';
import { stepFrom } from './step-order.ts';
import './steps.css';

const contents = {
  accounts: lazy(async () => ({ default: (await import('./accounts/accounts-step.tsx')).AccountsStep })),
  credentials: lazy(async () => ({
    default: (await import('./credentials/credentials-step.tsx')).CredentialsStep,
  })),
  users: lazy(async () => ({ default: (await import('./users/users-step.tsx')).UsersStep })),
  exports: lazy(async () => ({ default: (await import('./exports/exports-step.tsx')).ExportsStep })),
  types: lazy(async () => ({ default: (await import('./types/types-step.tsx')).TypesStep })),
  form: lazy(async () => ({ default: (await import('./sheet/sheet-step.tsx')).SheetStep })),
  test: lazy(async () => ({ default: (await import('./test/test-step.tsx')).TestStep })),
  done: lazy(async () => ({ default: (await import('./done/done-step.tsx')).DoneStep })),
} as const satisfies Record<StepName, ComponentType>;

export function SetUp(): ReactNode {
  const { step: typed } = useParams({ strict: false });
  const form = useFormOf(useIntegration());
  useForgetOldAccounts(form.integration);
  const step = stepFrom(typed);
  if (step === null) {
    return <NoSuchStep id={form.integration.id} />;
  }
  const Content = contents[step];
  return (
    <FormProvider value={form}>
      <StepFrame step={step}>
        <Suspense fallback={<Waiting />}>
          <Content key={form.integration.id} />
        </Suspense>
      </StepFrame>
    </FormProvider>
  );
}

function NoSuchStep({ id }: { readonly id: string }): ReactNode {
  const say = useSay();
  return (
    <Page title={say(stepsWords.unknownTitle)} description={say(stepsWords.unknownText)}>
      <div>
        <ButtonLink to="/integrations/$id/set-up/$step" params={{ id, step: 'accounts' }}>
          {say(stepsWords.toFirst)}
        </ButtonLink>
      </div>
    </Page>
  );
}
