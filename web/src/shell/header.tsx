// The bar at the top: product, list of integrations, language, colours, account.

import { Box, Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Person } from '../api/types.ts';
import { ButtonLink } from '../ui/link.tsx';
import { useLanguage, useSay } from '../words/say.ts';
import { shellWords } from '../words/shell.ts';
import { AccountMenu } from './account-menu.tsx';
import { ColourSwitch } from './colour-switch.tsx';
import { Logo } from './logo.tsx';

export function Header({ person }: { readonly person: Person | null }): ReactNode {
  const say = useSay();
  return (
    <Box component="header" className="shell-header">
      <Group className="shell-bar" justify="space-between" gap="xs">
        <Group component="nav" gap="xs" aria-label={say(shellWords.mainMenu)}>
          <Link to="/" className="product">
            <Logo />
            {say(shellWords.product)}
          </Link>
          {person === null ? null : <Places person={person} />}
        </Group>
        <Group gap={4} ms="auto" wrap="nowrap">
          <LanguageSwitch />
          <ColourSwitch />
          {person === null ? null : <AccountMenu person={person} />}
        </Group>
      </Group>
    </Box>
  );
}

function Places({ person }: { readonly person: Person }): ReactNode {
  const say = useSay();
  return (
    <>
      <ButtonLink to="/" variant="subtle" size="compact-sm" px={6} activeOptions={{ exact: true }}>
        {say(shellWords.integrations)}
      </ButtonLink>
      {person.operator ? (
        <ButtonLink to="/people" variant="subtle" size="compact-sm" px={6} visibleFrom="xs">
          {say(shellWords.people)}
        </ButtonLink>
      ) : null}
    </>
  );
}

/** Names the other language in that language. */
function LanguageSwitch(): ReactNode {
  const say = useSay();
  const { language, setLanguage } = useLanguage();
  const other = language === 'de' ? 'en' : 'de';
  const label = other === 'de' ? shellWords.toGerman : shellWords.toEnglish;
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      px={6}
      aria-label={`${other.toUpperCase()} – ${say(label)}`}
      title={say(label)}
      onClick={() => setLanguage(other)}
    >
      {other.toUpperCase()}
    </Button>
  );
}
