// Absences: on or off, and from when on.

import { Paper, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { TextLink } from '../../ui/link.tsx';
import { useSay } from '../../words/say.ts';
import { exportsWords } from '../../words/steps-exports.ts';
import { RadioField } from '../fields/choice-field.tsx';
import { useForm } from '../form.ts';
import { isPartOn } from './is-on.ts';
import { StartDate } from './start-date.tsx';

export function AbsencesCard(): ReactNode {
  const say = useSay();
  const form = useForm();
  const isOn = isPartOn(form, 'absences');
  return (
    <Paper withBorder p="md">
      <Stack>
        <Title order={2}>{say(exportsWords.absences)}</Title>
        <RadioField
          path="absences.enabled"
          label={say(exportsWords.absencesOn)}
          required
          options={[
            {
              value: true,
              label: say(exportsWords.absencesYes),
              description: say(exportsWords.absencesYesText),
            },
            {
              value: false,
              label: say(exportsWords.absencesNo),
              description: say(exportsWords.absencesNoText),
            },
          ]}
          {...(isOn === true && form.value('absences.enabled') === null ? { standard: true } : {})}
        />
        {isOn === true ? (
          <>
            <StartDate part="absences" label={say(exportsWords.startAbsences)} />
            <TextLink to="/integrations/$id/set-up/$step" params={{ id: form.integration.id, step: 'types' }}>
              {say(exportsWords.toTypes)}
            </TextLink>
          </>
        ) : null}
      </Stack>
    </Paper>
  );
}
