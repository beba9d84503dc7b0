// The way to the step in which a cause is mended.

import { Box } from '@mantine/core';
import type { ReactNode } from 'react';
import { useIntegration } from '../integration/context.ts';
import { stepNumber } from '../integration/standing.ts';
import { TextLink } from '../ui/link.tsx';
import { stepTitleWords } from '../words/integration.ts';
import { issueWords } from '../words/issues.ts';
import { useSay } from '../words/say.ts';
import { placeOf } from './places.ts';

export function PlaceLink(props: { readonly integrationId: string; readonly code: string }): ReactNode {
  const say = useSay();
  const { steps } = useIntegration();
  const step = placeOf(props.code);
  return step === null ? null : (
    <Box>
      <TextLink to="/integrations/$id/set-up/$step" params={{ id: props.integrationId, step }}>
        {say(issueWords.toStep, { n: stepNumber(steps, step), step: say(stepTitleWords[step]) })}
      </TextLink>
    </Box>
  );
}
