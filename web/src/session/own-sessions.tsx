// Where one is signed in, and the end of what one does not know.

import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Answer } from '../api/types.ts';
import { useAsk, useDo } from '../api/use.ts';
import { Saved } from '../ui/saved.tsx';
import { Section } from '../ui/section.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { common } from '../words/common.ts';
import { useFormat, useSay } from '../words/say.ts';
import { accountWords as words } from '../words/session.ts';
import { PasswordField } from './password-field.tsx';
import { useMe } from './use-session.ts';

type OwnSession = Answer<'listSessions'>[number];

export function OwnSessions(): ReactNode {
  const say = useSay();
  const me = useMe();
  return (
    <Section
      title={say(words.sessions)}
      about={say(me.hasPassword ? words.sessionsAbout : words.sessionsAboutSingle)}
    >
      <Sessions />
    </Section>
  );
}

function Sessions(): ReactNode {
  const { data, error, refetch } = useAsk('listSessions', {});
  return (
    <>
      {error === null ? null : <Trouble of={error} />}
      {data === undefined && error === null ? <Waiting /> : null}
      {data === undefined ? null : <List sessions={data} onEnded={() => refetch()} />}
    </>
  );
}

interface ListProps {
  readonly sessions: readonly OwnSession[];
  readonly onEnded: () => unknown;
}

function List({ sessions, onEnded }: ListProps): ReactNode {
  const say = useSay();
  const me = useMe();
  const [password, setPassword] = useState('');
  const end = useDo('endSessions', {
    onDone: async () => {
      setPassword('');
      await onEnded();
    },
  });
  const send = (id: string | null): void =>
    end.mutate({ body: { id, password: me.hasPassword ? password : null } });
  const others = sessions.filter(({ isThis }) => !isThis);
  return (
    <Stack gap="sm">
      {end.error === null ? null : <Trouble of={end.error} />}
      {me.hasPassword && others.length > 0 ? (
        <PasswordField
          label={say(common.passwordLabel)}
          description={say(words.sessionsPassword)}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
      ) : null}
      <Stack gap="xs" component="ul" className="plain-list">
        {sessions.map((session) => (
          <Row
            key={session.id}
            session={session}
            isEnding={end.isPending && end.variables.body.id === session.id}
            onEnd={() => send(session.id)}
          />
        ))}
      </Stack>
      <Group>
        {others.length > 1 ? (
          <Button
            variant="default"
            loading={end.isPending && end.variables.body.id === null}
            onClick={() => send(null)}
          >
            {say(words.sessionsEnd)}
          </Button>
        ) : null}
        {others.length === 0 && !end.isSuccess ? <Text c="dimmed">{say(words.sessionsOnlyThis)}</Text> : null}
        <Saved when={end.isSuccess}>
          <Text span>{say(words.sessionsEnded)}</Text>
        </Saved>
      </Group>
    </Stack>
  );
}

interface RowProps {
  readonly session: OwnSession;
  readonly isEnding: boolean;
  readonly onEnd: () => void;
}

function Row({ session, isEnding, onEnd }: RowProps): ReactNode {
  const say = useSay();
  const { relative, dateTime } = useFormat();
  const { from, begunAt, seenAt, isThis } = session;
  const where = say(isThis ? words.sessionHere : words.sessionElsewhere);
  const facts = { begun: dateTime(begunAt), seen: relative(seenAt) };
  const how =
    from === null ? say(words.sessionFromUnknown, facts) : say(words.sessionFrom, { ...facts, from });
  return (
    <Group component="li" justify="space-between" wrap="nowrap" align="flex-start">
      <Stack gap={0}>
        <Text>{where}</Text>
        <Text size="sm" c="dimmed">
          {how}
        </Text>
      </Stack>
      {isThis ? null : (
        <Button
          size="xs"
          variant="default"
          aria-label={`${say(words.sessionEnd)}: ${where}, ${how}`}
          loading={isEnding}
          onClick={onEnd}
        >
          {say(words.sessionEnd)}
        </Button>
      )}
    </Group>
  );
}
