// The eight steps with how each of them stands. Beside the content where there is room, else folded above it.

import { Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { StepName } from '../api/types.ts';
import type { IconName } from '../ui/icons.tsx';
import { Icon } from '../ui/icons.tsx';
import { stepTitleWords } from '../words/integration.ts';
import { useFormat, useSay } from '../words/say.ts';
import { stepsWords } from '../words/steps-frame.ts';
import { useForm } from './form.ts';
import type { StepView } from './step-order.ts';
import { numberOf } from './step-order.ts';

export function StepList({ current }: { readonly current: StepName }): ReactNode {
  const say = useSay();
  const { integration } = useForm();
  const steps = (
    <ol className="plain-list steps-list">
      {integration.steps.map((step) => (
        <li key={step.step}>
          <StepLink id={integration.id} step={step} isCurrent={step.step === current} />
        </li>
      ))}
    </ol>
  );
  return (
    <nav aria-label={say(stepsWords.nav)} className="steps-nav">
      <div className="steps-wide">{steps}</div>
      <details key={current} className="steps-narrow">
        <summary>{say(stepsWords.allSteps)}</summary>
        {steps}
      </details>
    </nav>
  );
}

interface StepLinkProps {
  readonly id: string;
  readonly step: StepView;
  readonly isCurrent: boolean;
}

const icons = { done: 'check', open: 'info', later: 'clock' } as const satisfies Record<
  StepView['state'],
  IconName
>;

function StepLink({ id, step, isCurrent }: StepLinkProps): ReactNode {
  const say = useSay();
  const { count } = useFormat();
  const state = {
    done: () => say(stepsWords.stateDone),
    open: () => count(step.missing.length, stepsWords.missingOne, stepsWords.missingMany),
    later: () => say(stepsWords.stateLater),
  }[step.state]();
  return (
    <Link
      to="/integrations/$id/set-up/$step"
      params={{ id, step: step.step }}
      className="steps-link"
      data-state={step.state}
      data-current={isCurrent}
      activeOptions={{ exact: true }}
    >
      <span className="steps-number">{numberOf(step.step)}</span>
      <span>
        <Text component="span" display="block" fw={isCurrent ? 700 : 500}>
          {say(stepTitleWords[step.step])}
        </Text>
        <Group component="span" gap={4} wrap="nowrap" className="steps-state">
          <Icon name={icons[step.state]} size={13} />
          <span>{state}</span>
        </Group>
      </span>
    </Link>
  );
}
