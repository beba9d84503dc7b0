// Step 2: the keys of both sides.

import { Alert, Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../words/say.ts';
import { credentialsWords } from '../../words/steps-credentials.ts';
import { useForm } from '../form.ts';
import { useKept } from '../form/kept.ts';
import { SideCard } from './side-card.tsx';
import type { Keys } from './try-form.tsx';
import { noKeys } from './try-form.tsx';

export function CredentialsStep(): ReactNode {
  const { integration, mayEdit } = useForm();
  const [personio, setPersonio] = useKept<Keys>(`${integration.id} personio keys`, noKeys);
  const [timetac, setTimetac] = useKept<Keys>(`${integration.id} timetac keys`, noKeys);
  const { sandbox, credentials } = integration;
  const isSet = [credentials.personio, credentials.timetac].every(
    (one) => one !== null && one.works !== false,
  );
  return (
    <>
      {sandbox !== null && mayEdit && !isSet ? (
        <Sandbox
          onFill={() => {
            setPersonio(keysIn(sandbox.personio));
            setTimetac(keysIn(sandbox.timetac));
          }}
        />
      ) : null}
      <SideCard side="personio" keys={personio} onKeys={setPersonio} />
      <SideCard side="timetac" keys={timetac} onKeys={setTimetac} />
    </>
  );
}

const keysIn = ({ clientId, clientSecret }: Keys): Keys => ({ clientId, clientSecret });

function Sandbox({ onFill }: { readonly onFill: () => void }): ReactNode {
  const say = useSay();
  const [filled, setFilled] = useState(false);
  return (
    <Alert
      color="blue"
      role="note"
      icon={<Icon name="info" size={20} />}
      title={say(credentialsWords.sandboxTitle)}
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{say(credentialsWords.sandboxText)}</Text>
        <Button
          size="xs"
          onClick={() => {
            onFill();
            setFilled(true);
          }}
        >
          {say(credentialsWords.sandboxFill)}
        </Button>
        <Text size="sm" role="status">
          {filled ? say(credentialsWords.sandboxFilled) : ''}
        </Text>
      </Stack>
    </Alert>
  );
}
