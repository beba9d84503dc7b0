// One side: how its credentials stand, where to find them, entering them, and a link for a colleague.

import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import type { Side } from '../../api/types.ts';
import { CredentialBadge, CredentialKept } from '../../integration/credential-standing.tsx';
import { Icon } from '../../ui/icons.tsx';
import { sideWords } from '../../words/common.ts';
import { useSay } from '../../words/say.ts';
import { credentialsWords } from '../../words/steps-credentials.ts';
import { TextField } from '../fields/text-field.tsx';
import { useForm } from '../form.ts';
import { CheckAgain } from './check-again.tsx';
import { PersonioPath, TimetacPath } from './click-path.tsx';
import { DepositLinks } from './deposit-links.tsx';
import { ExpiryDate } from './expiry-date.tsx';
import type { Keys } from './try-form.tsx';
import { TryForm } from './try-form.tsx';

export interface SideCardProps {
  readonly side: Side;
  readonly keys: Keys;
  readonly onKeys: (keys: Keys) => void;
}

export function SideCard({ side, keys, onKeys }: SideCardProps): ReactNode {
  const say = useSay();
  const { integration, mayEdit } = useForm();
  const credential = integration.credentials[side];
  const isFile = integration.origin === 'file';
  const result = useRef<HTMLParagraphElement>(null);
  const [kept, setKept] = useState<'keptNow' | 'keptAnyway' | null>(null);
  const showKept = (works: boolean): void => {
    setKept(works ? 'keptNow' : 'keptAnyway');
    result.current?.focus();
  };
  return (
    <Paper withBorder p="md" component="section" aria-label={say(sideWords[side])}>
      <Stack>
        <Group justify="space-between" gap="sm">
          <Title order={2}>{say(sideWords[side])}</Title>
          {isFile ? null : <CredentialBadge credential={credential} />}
        </Group>
        {isFile ? <Text>{say(credentialsWords.fromFile)}</Text> : null}
        <div>
          {/* Its button has just gone: the result takes the focus. */}
          <Text ref={result} role="status" tabIndex={-1} fw={600} className="page-title">
            {kept === null ? '' : say(credentialsWords[kept])}
          </Text>
          {credential === null ? null : <CredentialKept credential={credential} />}
        </div>
        {credential !== null || isFile ? <CheckAgain side={side} /> : null}
        {mayEdit ? (
          <>
            <details className="steps-details" open={credential === null}>
              <summary>{say(credentialsWords.how, { side: say(sideWords[side]) })}</summary>
              <Text size="sm" className="steps-line" component="div" mb="sm" maw={720}>
                <Icon name="warn" />
                <span>
                  <b>{say(credentialsWords.newKillsOldTitle)}.</b> {say(credentialsWords.newKillsOld)}
                </span>
              </Text>
              {side === 'personio' ? <PersonioPath /> : <TimetacPath />}
            </details>
            <details
              className="steps-details"
              open={credential === null || keys.clientId !== '' || credential.works === false}
            >
              <summary>
                {say(credential === null ? credentialsWords.enter : credentialsWords.replace)}
              </summary>
              <TryForm side={side} keys={keys} onKeys={onKeys} onKept={showKept} />
            </details>
            <DepositLinks side={side} />
          </>
        ) : null}
        {side === 'timetac' ? (
          <ExpiryDate />
        ) : (
          <TextField
            path="personio.attributes.dateOfBirth"
            label={say(credentialsWords.birthKey)}
            description={say(credentialsWords.birthKeyHint)}
          />
        )}
      </Stack>
    </Paper>
  );
}
