// Lines that need no answer, by cause.

import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Line } from '../api/types.ts';
import { byCause } from './causes.ts';
import { CauseGroup } from './cause-group.tsx';
import { LineBody } from './line-body.tsx';
import { PlaceLink } from './place-link.tsx';

export interface LineSectionProps {
  readonly title: string;
  readonly text?: ReactNode;
  /** The integration. */
  readonly id: string;
  readonly lines: readonly Line[];
  readonly folded?: boolean;
  /** Where links on the page lead. */
  readonly anchor?: string;
  /** Links from elsewhere lead to each cause by its code. */
  readonly anchored?: boolean;
}

/** Nothing at all where there is nothing to say. */
export function LineSection(props: LineSectionProps): ReactNode {
  const { title, text, id, lines, folded = false, anchor, anchored = false } = props;
  return lines.length === 0 ? null : (
    <Stack gap="sm" component="section" {...(anchor === undefined ? {} : { id: anchor })}>
      <Title order={2}>{title}</Title>
      {text === undefined ? null : <Text component="div">{text}</Text>}
      {byCause(lines).map((cause) => (
        <CauseGroup
          key={cause.code}
          cause={cause}
          folded={folded}
          anchored={anchored}
          tools={<PlaceLink integrationId={id} code={cause.code} />}
        >
          {(line) => <LineBody line={line} />}
        </CauseGroup>
      ))}
    </Stack>
  );
}
