// Switching on: what is still missing for it, what would better be done before, and the switch itself.

import { Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDo, usePut } from '../../api/use.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { TextLink } from '../../ui/link.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { stepTitleWords } from '../../words/integration.ts';
import { useSay } from '../../words/say.ts';
import { doneWords } from '../../words/steps-done.ts';
import { useForm } from '../form.ts';
import type { StepView } from '../step-order.ts';
import { numberOf } from '../step-order.ts';

export function SwitchOn(): ReactNode {
  const say = useSay();
  const { integration, mayEdit } = useForm();
  const { id, name, steps } = integration;
  const params = { id };
  const put = usePut();
  const turn = useDo('switchIntegration', { onDone: (view) => put('readIntegration', { params }, view) });
  const open = steps.filter((step) => step.state !== 'done' && step.step !== 'done');
  const advised = open.filter(({ step }) => step === 'form' || step === 'test');
  const needed = open.filter((step) => !advised.includes(step));
  return (
    <Paper withBorder p="md">
      <Stack>
        <div>
          <Title order={2}>{say(doneWords.on)}</Title>
          <Text c="dimmed">{say(doneWords.onText)}</Text>
        </div>
        {needed.length > 0 ? (
          <Steps title={say(doneWords.first)} steps={needed} />
        ) : advised.length > 0 ? (
          <Steps title={say(doneWords.advice)} steps={advised} />
        ) : null}
        {mayEdit ? (
          <Group>
            <ConfirmButton
              color="blue"
              size="md"
              disabled={needed.length > 0 || turn.isPending}
              question={say(doneWords.sure, { name })}
              consequence={say(doneWords.consequence)}
              onConfirm={() => turn.mutate({ params, body: { on: true } })}
            >
              {say(doneWords.switch)}
            </ConfirmButton>
          </Group>
        ) : null}
        {turn.isPending ? <Waiting>{say(doneWords.switching)}</Waiting> : null}
        {turn.error === null ? null : <Trouble of={turn.error} listFields />}
      </Stack>
    </Paper>
  );
}

function Steps({ title, steps }: { readonly title: string; readonly steps: readonly StepView[] }): ReactNode {
  const say = useSay();
  const { integration } = useForm();
  return (
    <div>
      <Text fw={600}>{title}</Text>
      <List>
        {steps.map(({ step, missing }) => (
          <List.Item key={step}>
            <TextLink to="/integrations/$id/set-up/$step" params={{ id: integration.id, step }}>
              {say(doneWords.stepMissing, {
                n: numberOf(step),
                step: say(stepTitleWords[step]),
                what: missing[0] === undefined ? '' : say(missing[0]),
              })}
            </TextLink>
          </List.Item>
        ))}
      </List>
    </div>
  );
}
