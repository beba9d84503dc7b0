// Whether everything is saved; what waits, and why; what somebody else changed in another step.

import { Alert, Button, Stack, Text, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { StepName } from '../api/types.ts';
import { Icon } from '../ui/icons.tsx';
import { stepTitleWords } from '../words/integration.ts';
import { useSay } from '../words/say.ts';
import { fieldWords, stepsWords } from '../words/steps-frame.ts';
import { useForm } from './form.ts';
import { numberOf, stepOfPath } from './step-order.ts';

export function Unsaved({ step }: { readonly step: StepName }): ReactNode {
  const say = useSay();
  const form = useForm();
  const drafts = [...form.drafts.values()];
  const waiting = drafts.filter(({ state }) => state === 'failed');
  const why = waiting[0]?.trouble?.problem ?? null;
  const elsewhere = [
    ...new Set(
      drafts
        .filter(({ state, path }) => state === 'conflict' && stepOfPath(path) !== step)
        .map(({ path }) => stepOfPath(path)),
    ),
  ];
  return (
    <>
      <VisuallyHidden role="status">
        {drafts.some(({ state }) => state === 'saving') ? say(stepsWords.saving) : ''}
      </VisuallyHidden>
      {why === null ? null : (
        <Alert
          role="alert"
          color="red"
          icon={<Icon name="warn" size={20} />}
          title={say(fieldWords.unsavedTitle)}
        >
          <Stack gap="xs" align="flex-start">
            <Text size="sm">
              {say(why.message)} {why.hint === null ? '' : say(why.hint)}
            </Text>
            <Text size="sm">{say(fieldWords.unsavedText, { n: waiting.length })}</Text>
            <Button size="xs" onClick={form.saveAll}>
              {say(fieldWords.saveNow)}
            </Button>
          </Stack>
        </Alert>
      )}
      {elsewhere.length === 0 ? null : (
        <Alert role="alert" color="yellow" icon={<Icon name="warn" size={20} />}>
          {say(fieldWords.conflictElsewhere, {
            steps: elsewhere.map((name) => `${numberOf(name)} ${say(stepTitleWords[name])}`).join(', '),
          })}
        </Alert>
      )}
    </>
  );
}
