// Set-up of one integration: one of its eight steps, with the list of all of them.

import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { StepName } from '../api/types.ts';
import { useIntegration } from '../integration/context.ts';
import { ButtonLink } from '../ui/link.tsx';
import { Page } from '../ui/page.tsx';
import { useSay } from '../words/say.ts';
import { stepsWords } from '../words/steps-frame.ts';
import { AccountsStep } from './accounts/accounts-step.tsx';
import { CredentialsStep } from './credentials/credentials-step.tsx';
import { DoneStep } from './done/done-step.tsx';
import { ExportsStep } from './exports/exports-step.tsx';
import { FormProvider, useFormOf } from './form.ts';
import { useForgetOldAccounts } from './live/choices.ts';
import { SheetStep } from './sheet/sheet-step.tsx';
import { StepFrame } from './step-frame.tsx';
import { stepFrom } from './step-order.ts';
import './steps.css';
import { TestStep } from './test/test-step.tsx';
import { TypesStep } from './types/types-step.tsx';
import { UsersStep } from './users/users-step.tsx';

const contents = {
  accounts: AccountsStep,
  credentials: CredentialsStep,
  users: UsersStep,
  exports: ExportsStep,
  types: TypesStep,
  form: SheetStep,
  test: TestStep,
  done: DoneStep,
} as const satisfies Record<StepName, () => ReactNode>;

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
        <Content key={form.integration.id} />
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
