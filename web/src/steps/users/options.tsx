// When and how users are created. Everything here has a standard that suits most.

import type { ReactNode } from 'react';
import { Paper, Stack } from '@mantine/core';
import { useSay } from '../../words/say.ts';
import { usersWords } from '../../words/steps-users.ts';
import { ChoiceField, RadioField } from '../fields/choice-field.tsx';
import { TextField } from '../fields/text-field.tsx';

export function Options(): ReactNode {
  const say = useSay();
  return (
    <Paper withBorder px="md" py="sm" component="details" className="steps-details">
      <summary>{say(usersWords.options)}</summary>
      <Stack>
        <TextField
          path="users.createDaysBeforeHire"
          label={say(usersWords.days)}
          description={say(usersWords.daysHint)}
          kind="number"
          standard={14}
          maxWidth={420}
        />
        <ChoiceField
          path="users.welcomeEmail"
          label={say(usersWords.welcome)}
          options={[
            { value: 'never', label: say(usersWords.welcomeNever) },
            { value: 'on-create', label: say(usersWords.welcomeCreate) },
            { value: 'on-hire', label: say(usersWords.welcomeHire) },
          ]}
          standard="never"
        />
        <ChoiceField
          path="users.usernameFrom"
          label={say(usersWords.username)}
          options={[
            { value: 'email', label: say(usersWords.usernameEmail) },
            { value: 'employee-id', label: say(usersWords.usernameId) },
          ]}
          standard="email"
        />
        <RadioField
          path="users.onFirstLink"
          label={say(usersWords.firstLink)}
          options={[
            {
              value: 'show',
              label: say(usersWords.firstLinkShow),
              description: say(usersWords.firstLinkShowText),
            },
            {
              value: 'push',
              label: say(usersWords.firstLinkPush),
              description: say(usersWords.firstLinkPushText),
            },
          ]}
          standard="show"
        />
      </Stack>
    </Paper>
  );
}
