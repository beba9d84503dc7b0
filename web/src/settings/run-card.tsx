// Pausing, whole or by part, and switching off.

import { Box, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { IntegrationView } from '../api/types.ts';
import { OffControl } from '../integration/controls.tsx';
import { PauseControls } from '../integration/pause-controls.tsx';
import { isOn, mayAct, mayLead } from '../integration/standing.ts';
import { TextLink } from '../ui/link.tsx';
import { Section } from '../ui/section.tsx';
import { useSay } from '../words/say.ts';
import { settingsWords as words } from '../words/settings.ts';

export function RunCard({ view }: { readonly view: IntegrationView }): ReactNode {
  const say = useSay();
  return (
    <Section title={say(words.run)}>
      {isOn(view.state) ? (
        <>
          {mayLead(view.role) ? <PauseControls view={view} /> : <Text>{say(words.runViewer)}</Text>}
          {view.readOnly ? (
            <Text>{say(words.offFile)}</Text>
          ) : mayAct(view.role) ? (
            <OffControl view={view} />
          ) : null}
        </>
      ) : (
        <>
          <Text>{say(words.runOff)}</Text>
          <Box>
            <TextLink to="/integrations/$id/set-up/$step" params={{ id: view.id, step: 'done' }}>
              {say(words.toSwitchOn)}
            </TextLink>
          </Box>
        </>
      )}
    </Section>
  );
}
