// The six defaults of the requirement form, and the language, as lists from the live account.

import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSay } from '../../words/say.ts';
import { usersWords } from '../../words/steps-users.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { NameField } from '../fields/name-field.tsx';
import { useChoices } from '../live/choices.ts';
import { featureName } from '../live/feature-name.ts';
import { nameChoices } from '../live/name-choices.ts';
import { languages, moduleSets } from './module-sets.ts';
import { NewDepartment } from './new-department.tsx';

export function Defaults(): ReactNode {
  const say = useSay();
  const { data } = useChoices();
  const yesNo = [
    { value: true, label: say(usersWords.on) },
    { value: false, label: say(usersWords.off) },
  ];
  return (
    <Paper withBorder p="md">
      <Stack>
        <div>
          <Title order={2}>{say(usersWords.defaults)}</Title>
          <Text c="dimmed">{say(usersWords.defaultsText)}</Text>
        </div>
        <NameField
          path="users.defaults.department"
          label={say(usersWords.department)}
          description={say(usersWords.departmentHint)}
          choices={nameChoices(say, data?.departments)}
          required
        />
        <NewDepartment />
        <NameField
          path="users.defaults.workingTimeModel"
          label={say(usersWords.workingTimeModel)}
          description={say(usersWords.workingTimeModelHint)}
          choices={nameChoices(say, data?.workingTimeModels)}
          required
        />
        <NameField
          path="users.defaults.holidayCalendar"
          label={say(usersWords.holidayCalendar)}
          description={say(usersWords.holidayCalendarHint)}
          choices={nameChoices(say, data?.holidayCalendars)}
          required
        />
        <ChoiceField
          path="users.defaults.modules"
          label={say(usersWords.modules)}
          description={<ModulesHint />}
          options={moduleSets.map(({ value, words }) => ({ value: [...value], label: say(words) }))}
          required
        />
        <ChoiceField
          path="users.defaults.mobileApps"
          label={say(usersWords.mobileApps)}
          options={yesNo}
          standard={false}
        />
        <ChoiceField
          path="users.defaults.statusOverview"
          label={say(usersWords.statusOverview)}
          options={yesNo}
          standard={false}
        />
        <ChoiceField
          path="users.defaults.language"
          label={say(usersWords.language)}
          options={languages.map(({ value, words }) => ({ value, label: say(usersWords[words]) }))}
          standard="de"
        />
      </Stack>
    </Paper>
  );
}

function ModulesHint(): ReactNode {
  const say = useSay();
  const { data } = useChoices();
  const active = data?.modules ?? null;
  const hint = say(usersWords.modulesHint);
  return active === null || active.length === 0
    ? hint
    : `${hint} ${say(usersWords.modulesActive, { modules: active.map((name) => featureName(say, name)).join(', ') })}`;
}
