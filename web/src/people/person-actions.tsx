// Making somebody an operator or not, locking and unlocking their account, a way back from a forgotten password.

import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { installationWords as words } from '../words/people.ts';
import { useSay } from '../words/say.ts';
import type { InstallationPerson } from './people-table.tsx';

export interface PersonActionsProps {
  readonly person: InstallationPerson;
  readonly onChange: (changed: { operator?: boolean; disabled?: boolean }) => void;
  readonly onPasswordLink: () => void;
  readonly onSignOut: () => void;
}

export function PersonActions(props: PersonActionsProps): ReactNode {
  const { person, onChange, onPasswordLink, onSignOut } = props;
  const say = useSay();
  const { name, operator, disabled } = person;
  const labelled = (text: string) => ({ 'aria-label': `${text}: ${name}` });
  if (disabled) {
    return (
      <Button
        size="xs"
        variant="default"
        {...labelled(say(words.unlock))}
        onClick={() => onChange({ disabled: false })}
      >
        {say(words.unlock)}
      </Button>
    );
  }
  return (
    <Group gap="xs" wrap="nowrap">
      <ConfirmButton
        size="xs"
        variant="default"
        color="blue"
        {...labelled(say(operator ? words.noOperator : words.makeOperator))}
        question={say(operator ? words.noOperatorQuestion : words.makeOperatorQuestion, { name })}
        consequence={say(operator ? words.noOperatorConsequence : words.makeOperatorConsequence, { name })}
        onConfirm={() => onChange({ operator: !operator })}
      >
        {say(operator ? words.noOperator : words.makeOperator)}
      </ConfirmButton>
      <ConfirmButton
        size="xs"
        variant="default"
        color="blue"
        {...labelled(say(words.passwordLink))}
        question={say(words.passwordLinkQuestion, { name })}
        consequence={say(words.passwordLinkConsequence)}
        onConfirm={onPasswordLink}
      >
        {say(words.passwordLink)}
      </ConfirmButton>
      {person.lastSeenAt === null ? null : (
        <ConfirmButton
          size="xs"
          variant="default"
          color="blue"
          {...labelled(say(words.signOut))}
          question={say(words.signOutQuestion, { name })}
          consequence={say(words.signOutConsequence)}
          onConfirm={onSignOut}
        >
          {say(words.signOut)}
        </ConfirmButton>
      )}
      <ConfirmButton
        size="xs"
        variant="default"
        {...labelled(say(words.lock))}
        question={say(words.lockQuestion, { name })}
        consequence={say(words.lockConsequence, { name })}
        onConfirm={() => onChange({ disabled: true })}
      >
        {say(words.lock)}
      </ConfirmButton>
    </Group>
  );
}
