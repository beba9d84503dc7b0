// Step 3: whether people of Personio become users in TimeTac, what new users get, whom it is about, and who is who.

import type { ReactNode } from 'react';
import { useSay } from '../../words/say.ts';
import { usersWords } from '../../words/steps-users.ts';
import { RadioField } from '../fields/choice-field.tsx';
import { useForm } from '../form.ts';
import { isObject } from '../form/json.ts';
import { ListsNote, ReadListsAgain } from '../live/lists-note.tsx';
import { Defaults } from './defaults.tsx';
import { Options } from './options.tsx';
import { Review } from './review.tsx';
import { Rules } from './rules.tsx';
import { Scope } from './scope.tsx';

export function UsersStep(): ReactNode {
  const say = useSay();
  const form = useForm();
  const chosen = form.value('users.enabled');
  const isDecided = chosen !== null || isObject(form.saved('users'));
  const isOn = isDecided && chosen !== false;
  return (
    <>
      <RadioField
        path="users.enabled"
        label={say(usersWords.enabled)}
        required
        options={[
          { value: true, label: say(usersWords.on), description: say(usersWords.onText) },
          { value: false, label: say(usersWords.off), description: say(usersWords.offText) },
        ]}
        {...(isOn && chosen === null ? { standard: true } : {})}
      />
      <ListsNote needs={['timetac', 'personio']} />
      {isOn ? (
        <>
          <Defaults />
          <Options />
        </>
      ) : null}
      {isDecided ? <Scope /> : null}
      {isOn ? <Rules /> : null}
      <ReadListsAgain />
      <Review />
    </>
  );
}
