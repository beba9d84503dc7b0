// Attendances: on or off, from when on, and in which form.

import { Paper, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSay } from '../../words/say.ts';
import { exportsWords } from '../../words/steps-exports.ts';
import { ChoiceField, RadioField, SwitchField } from '../fields/choice-field.tsx';
import { useForm } from '../form.ts';
import { isPartOn } from './is-on.ts';
import { ProjectsField } from './projects-field.tsx';
import { StartDate } from './start-date.tsx';

export function AttendancesCard(): ReactNode {
  const say = useSay();
  const form = useForm();
  const isOn = isPartOn(form, 'attendances');
  return (
    <Paper withBorder p="md">
      <Stack>
        <Title order={2}>{say(exportsWords.attendances)}</Title>
        <RadioField
          path="attendances.enabled"
          label={say(exportsWords.attendancesOn)}
          required
          options={[
            {
              value: true,
              label: say(exportsWords.absencesYes),
              description: say(exportsWords.attendancesYesText),
            },
            {
              value: false,
              label: say(exportsWords.absencesNo),
              description: say(exportsWords.attendancesNoText),
            },
          ]}
          {...(isOn === true && form.value('attendances.enabled') === null ? { standard: true } : {})}
        />
        {isOn === true ? (
          <>
            <StartDate part="attendances" label={say(exportsWords.startAttendances)} />
            <details className="steps-details">
              <summary>{say(exportsWords.options)}</summary>
              <Options />
            </details>
          </>
        ) : null}
      </Stack>
    </Paper>
  );
}

function Options(): ReactNode {
  const say = useSay();
  return (
    <Stack>
      <RadioField
        path="attendances.granularity"
        label={say(exportsWords.granularity)}
        standard="merged"
        options={[
          { value: 'merged', label: say(exportsWords.merged), description: say(exportsWords.mergedText) },
          { value: 'entries', label: say(exportsWords.entries), description: say(exportsWords.entriesText) },
        ]}
      />
      <ChoiceField
        path="attendances.approvedOnly"
        label={say(exportsWords.approved)}
        standard={false}
        options={[
          { value: false, label: say(exportsWords.approvedAll) },
          { value: true, label: say(exportsWords.approvedOnly) },
        ]}
      />
      <ApprovalField part="attendances" />
      <RadioField
        path="attendances.onTargetEdit"
        label={say(exportsWords.edited)}
        standard="hold"
        options={[
          {
            value: 'hold',
            label: say(exportsWords.editedHold),
            description: say(exportsWords.editedHoldText),
          },
          {
            value: 'source-wins',
            label: say(exportsWords.editedSource),
            description: say(exportsWords.editedSourceText),
          },
        ]}
      />
      <ChoiceField
        path="attendances.paidBreaks"
        label={say(exportsWords.breaks)}
        standard="work"
        options={[
          { value: 'work', label: say(exportsWords.breaksWork) },
          { value: 'break', label: say(exportsWords.breaksBreak) },
        ]}
      />
      <SwitchField
        path="attendances.notes"
        label={say(exportsWords.notes)}
        description={say(exportsWords.notesText)}
        standard={false}
      />
      <ProjectsField />
    </Stack>
  );
}

/** Whether what arrives counts at once or waits for approval. */
export function ApprovalField({ part }: { readonly part: 'absences' | 'attendances' }): ReactNode {
  const say = useSay();
  return (
    <RadioField
      path={`${part}.approval`}
      label={say(exportsWords.approval)}
      standard="skip"
      options={[
        {
          value: 'skip',
          label: say(exportsWords.approvalSkip),
          description: say(exportsWords.approvalSkipText),
        },
        {
          value: 'personio',
          label: say(exportsWords.approvalPersonio),
          description: say(exportsWords.approvalPersonioText),
        },
      ]}
    />
  );
}
