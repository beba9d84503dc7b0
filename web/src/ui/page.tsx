// The frame of a page: its one h1, what it is for, what can be done, and the title of the window. After a navigation
// the focus moves to the h1, so that screen readers tell where one is.

import { Box, Group, Stack, Text, Title } from '@mantine/core';
import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';

export interface PageProps {
  readonly title: string;
  readonly description?: ReactNode;
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
  /** Before the product's name in the window's title, where it should say more than `title` (“Runs · Muster GmbH”). */
  readonly windowTitle?: string;
  /** A small line above the title: whose page this is. */
  readonly above?: ReactNode;
  /** Narrow: text and forms; wide: tables. */
  readonly size?: 'narrow' | 'wide';
  readonly children?: ReactNode;
}

export function Page({
  title,
  description,
  actions,
  windowTitle,
  above,
  size = 'wide',
  children,
}: PageProps): ReactNode {
  useEffect(() => {
    document.title = `${windowTitle ?? title} · Tandem`;
  }, [windowTitle, title]);
  return (
    <Stack gap="lg" maw={size === 'narrow' ? 640 : undefined} w="100%">
      <Stack gap={4}>
        {above}
        <Group justify="space-between" align="flex-start" gap="sm">
          <Title order={1} tabIndex={-1} ref={useFocusAfterNavigation()} className="page-title">
            {title}
          </Title>
          {actions === undefined ? null : <Group gap="xs">{actions}</Group>}
        </Group>
        {description === undefined ? null : (
          <Box maw={720}>
            {typeof description === 'string' ? <Text c="dimmed">{description}</Text> : description}
          </Box>
        )}
      </Stack>
      {children}
    </Stack>
  );
}

/** The path whose heading has had the focus; the first page of a visit keeps the browser's own focus. */
let focused = typeof location === 'undefined' ? '' : location.pathname;

function useFocusAfterNavigation(): React.RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  useEffect(() => {
    if (path !== undefined && path !== focused) {
      focused = path;
      heading.current?.focus();
    }
  }, [path]);
  return heading;
}
