// A matter that has a page of its own: what it is, and the way there.

import { Box } from '@mantine/core';
import type { ReactNode } from 'react';
import { TextLink } from '../ui/link.tsx';
import { Section } from '../ui/section.tsx';

export interface LinkCardProps {
  readonly title: string;
  readonly text: string;
  readonly to: '/integrations/$id/people' | '/integrations/$id/audit' | '/integrations/$id/personal-data';
  /** The integration. */
  readonly id: string;
  readonly link: string;
}

export function LinkCard({ title, text, to, id, link }: LinkCardProps): ReactNode {
  return (
    <Section title={title} about={text}>
      <Box>
        <TextLink to={to} params={{ id }}>
          {link}
        </TextLink>
      </Box>
    </Section>
  );
}
