// One's own account, the installation's people, signing out: a button that opens a short list.

import { ActionIcon, Paper, Stack, Text, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { FocusEvent, ReactNode } from 'react';
import { useId, useRef, useState } from 'react';
import type { Person } from '../api/types.ts';
import { signOut } from '../session/use-session.ts';
import { Icon } from '../ui/icons.tsx';
import { useSay } from '../words/say.ts';
import { shellWords } from '../words/shell.ts';

export function AccountMenu({ person }: { readonly person: Person }): ReactNode {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const listId = useId();
  const label = say(shellWords.accountMenu, { name: person.name });
  const leave = (event: FocusEvent): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) {
      setOpen(false);
    }
  };
  return (
    <div
      className="account-menu"
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open) {
          setOpen(false);
          button.current?.focus();
        }
      }}
    >
      <ActionIcon
        ref={button}
        variant="subtle"
        color="gray"
        aria-label={label}
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        title={label}
        onClick={() => setOpen(!open)}
      >
        <Icon name="person" size={18} />
      </ActionIcon>
      {open ? (
        <Paper id={listId} className="account-list" withBorder shadow="md" tabIndex={-1}>
          <Text size="sm" c="dimmed" px="sm" pt="xs">
            {person.name}
          </Text>
          <Entries person={person} onChosen={() => setOpen(false)} />
        </Paper>
      ) : null}
    </div>
  );
}

function Entries(props: { readonly person: Person; readonly onChosen: () => void }): ReactNode {
  const say = useSay();
  const { person, onChosen } = props;
  return (
    <Stack component="ul" gap={0} className="plain-list">
      <li>
        <Link to="/account" className="account-entry" onClick={onChosen}>
          {say(shellWords.account)}
        </Link>
      </li>
      {person.operator ? (
        <li>
          <Link to="/people" className="account-entry" onClick={onChosen}>
            {say(shellWords.people)}
          </Link>
        </li>
      ) : null}
      <li>
        <UnstyledButton className="account-entry" onClick={() => void signOut()}>
          {say(shellWords.signOut)}
        </UnstyledButton>
      </li>
    </Stack>
  );
}
