// Removing an integration: lightly while it never ran, else with everything it remembers, for good. For operators.

import { Box, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Bilingual, IntegrationView } from '../api/types.ts';
import { useDo } from '../api/use.ts';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { Section } from '../ui/section.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useSay } from '../words/say.ts';
import { settingsWords as words } from '../words/settings.ts';
import { Purge } from './purge.tsx';
import { useLeave } from './use-leave.ts';

export function RemoveCard({ view }: { readonly view: IntegrationView }): ReactNode {
  const say = useSay();
  // What has run, be it a rehearsal, is remembered.
  const neverRan = view.state === 'setting-up' && view.lastRun === null && view.lastRehearsal === null;
  // Only what a file left behind is off.
  const isLeft = view.readOnly && view.state === 'off';
  if (isLeft) {
    return (
      <Section title={say(words.remove)} about={say(words.removeLeft)}>
        <Remove view={view} consequence={words.removeLeft} />
      </Section>
    );
  }
  if (view.readOnly) {
    return (
      <Section title={say(words.remove)}>
        <Text>{say(words.removeFile)}</Text>
      </Section>
    );
  }
  return (
    <Section title={say(words.remove)} about={say(neverRan ? words.removeText : words.purgeText)}>
      {neverRan ? <Remove view={view} consequence={words.removeText} /> : <Purge view={view} />}
    </Section>
  );
}

interface RemoveProps {
  readonly view: IntegrationView;
  readonly consequence: Bilingual;
}

function Remove({ view: { id, name }, consequence }: RemoveProps): ReactNode {
  const say = useSay();
  const leave = useLeave();
  const remove = useDo('removeIntegration', { onDone: leave });
  return (
    <>
      <Box>
        <ConfirmButton
          variant="default"
          color="red"
          question={say(words.removeSure, { name })}
          consequence={<Text>{say(consequence)}</Text>}
          confirm={say(words.removeConfirm)}
          loading={remove.isPending}
          onConfirm={() => remove.mutate({ params: { id } })}
        >
          {say(words.removeConfirm)}
        </ConfirmButton>
      </Box>
      {remove.error === null ? null : <Trouble of={remove.error} />}
    </>
  );
}
