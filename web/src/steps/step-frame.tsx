// Around every step: where one is, what it is for, what is missing, what waits to be saved, back and next.

import { Alert, Box, Group, List, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { StepName } from '../api/types.ts';
import { Icon } from '../ui/icons.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { Page } from '../ui/page.tsx';
import { stepTitleWords } from '../words/integration.ts';
import { useSay } from '../words/say.ts';
import { stepHeadings, stepPurposes, stepsWords } from '../words/steps-frame.ts';
import { useForm } from './form.ts';
import { StepList } from './step-list.tsx';
import { neighboursOf, numberOf, openBefore, stepOrder } from './step-order.ts';
import { Unsaved } from './unsaved.tsx';

interface StepProps {
  readonly step: StepName;
}

export function StepFrame({ step, children }: StepProps & { readonly children: ReactNode }): ReactNode {
  const say = useSay();
  const { integration, mayEdit } = useForm();
  const title = say(stepHeadings[step]);
  return (
    <Page
      title={title}
      windowTitle={`${numberOf(step)} ${title} · ${integration.name}`}
      above={
        <Text size="sm" c="dimmed">
          {say(stepsWords.place, { n: numberOf(step), all: stepOrder.length })}
        </Text>
      }
      description={say(stepPurposes[step])}
    >
      <div className="steps-grid">
        <StepList current={step} />
        <Stack gap="lg" className="steps-content">
          {mayEdit ? null : <Locked />}
          <Unsaved step={step} />
          <Missing step={step} />
          {children}
          <BackAndNext step={step} />
        </Stack>
      </div>
    </Page>
  );
}

function Locked(): ReactNode {
  const say = useSay();
  const { integration } = useForm();
  return (
    <Alert color="gray" icon={<Icon name="info" size={20} />} role="note">
      {say(integration.readOnly ? stepsWords.file : stepsWords.viewer)}
    </Alert>
  );
}

const SHOWN = 8;

function Missing({ step }: StepProps): ReactNode {
  const say = useSay();
  const { integration } = useForm();
  const view = integration.steps.find((one) => one.step === step);
  if (view === undefined || view.state === 'done') {
    return null;
  }
  const before = openBefore(integration.steps, step);
  if (view.state === 'later' && before.length > 0) {
    const steps = before.map((name) => `${numberOf(name)} ${say(stepTitleWords[name])}`).join(', ');
    return (
      <Alert
        color="gray"
        icon={<Icon name="clock" size={20} />}
        title={say(stepsWords.laterTitle)}
        role="note"
      >
        {say(stepsWords.laterText, { steps })}
      </Alert>
    );
  }
  const rest = view.missing.length - SHOWN;
  return (
    <Alert
      color="blue"
      icon={<Icon name="info" size={20} />}
      title={say(stepsWords.missingTitle)}
      role="note"
    >
      <List size="sm">
        {view.missing.slice(0, SHOWN).map((one, index) => (
          // Sentences may repeat: two rows of a list may lack the same thing.
          <List.Item key={`${index} ${one.en}`}>{say(one)}</List.Item>
        ))}
        {rest > 0 ? <List.Item>{say(stepsWords.missingMore, { n: rest })}</List.Item> : null}
      </List>
    </Alert>
  );
}

function BackAndNext({ step }: StepProps): ReactNode {
  const say = useSay();
  const { integration, mayEdit } = useForm();
  const { before, after } = neighboursOf(step);
  const params = { id: integration.id };
  return (
    <Box className="steps-leave">
      <Group justify="space-between" gap="sm">
        {before === null ? (
          <span />
        ) : (
          <ButtonLink
            to="/integrations/$id/set-up/$step"
            params={{ ...params, step: before }}
            variant="default"
          >
            {say(stepsWords.backTo, { step: say(stepTitleWords[before]) })}
          </ButtonLink>
        )}
        {after === null ? (
          <ButtonLink to="/integrations/$id" params={params} variant="default">
            {say(stepsWords.toOverview)}
          </ButtonLink>
        ) : (
          <ButtonLink
            to="/integrations/$id/set-up/$step"
            params={{ ...params, step: after }}
            rightSection={<Icon name="arrow" />}
          >
            {say(stepsWords.nextTo, { step: say(stepTitleWords[after]) })}
          </ButtonLink>
        )}
      </Group>
      {mayEdit ? (
        <Text size="sm" c="dimmed" mt="sm">
          {say(stepsWords.autosave)}
        </Text>
      ) : null}
    </Box>
  );
}
