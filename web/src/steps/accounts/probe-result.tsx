// What was found at an address: reached or not, version, modules, and a path prefix that is needed.

import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Side } from '../../api/types.ts';
import type { IconName } from '../../ui/icons.tsx';
import { WordBadge } from '../../ui/state-badge.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { sideWords } from '../../words/common.ts';
import { useSay } from '../../words/say.ts';
import { accountsWords } from '../../words/steps-accounts.ts';
import { useForm } from '../form.ts';
import { featureName } from '../live/feature-name.ts';
import type { Probed } from './probe.ts';
import { probeBody, useProbe } from './probe.ts';

export function PersonioProbe(): ReactNode {
  return <Result side="personio">{({ personio }) => <Told side="personio" probe={personio} />}</Result>;
}

export function TimetacProbe(): ReactNode {
  return (
    <Result side="timetac">
      {({ timetac }) => (
        <Told side="timetac" probe={timetac}>
          {timetac.state === 'ok' ? <Found timetac={timetac} /> : null}
        </Told>
      )}
    </Result>
  );
}

interface ResultProps {
  readonly side: Side;
  readonly children: (probed: Probed) => ReactNode;
}

function Result({ side, children }: ResultProps): ReactNode {
  const say = useSay();
  const { mayEdit } = useForm();
  const probe = useProbe();
  if (!mayEdit) {
    return null;
  }
  if (probe.data === undefined && probe.error !== null) {
    return (
      <Trouble
        of={probe.error}
        title={say(accountsWords.probeFailed, { side: say(sideWords[side]) })}
        tone="hint"
        onRetry={probe.refetch}
      />
    );
  }
  return probe.data === undefined || probe.isFetching ? (
    <Waiting>{say(accountsWords.probing, { side: say(sideWords[side]) })}</Waiting>
  ) : (
    children(probe.data)
  );
}

type State = Probed['personio']['state'];

const looks = {
  ok: ['green', 'check', accountsWords.ok],
  wrong: ['red', 'cross', accountsWords.wrong],
  unreachable: ['yellow', 'plug', accountsWords.unreachable],
  unasked: ['gray', 'info', accountsWords.unasked],
} as const satisfies Record<State, readonly [string, IconName, unknown]>;

interface ToldProps {
  readonly side: Side;
  readonly probe: Probed['personio'];
  readonly children?: ReactNode;
}

function Told({ side, probe, children }: ToldProps): ReactNode {
  const say = useSay();
  const again = useProbe();
  const [color, icon, word] = looks[probe.state];
  return (
    <Stack gap="xs" align="flex-start" role="status">
      <WordBadge look={[color, icon]}>{`${say(sideWords[side])}: ${say(word)}`}</WordBadge>
      <Text size="sm">
        {say(probe.state === 'unasked' && side === 'timetac' ? accountsWords.nothingYet : probe.message)}
        {probe.hint === null ? '' : ` ${say(probe.hint)}`}
      </Text>
      {children}
      {probe.state === 'unreachable' || probe.state === 'wrong' ? (
        <Button size="xs" variant="default" onClick={() => void again.refetch()}>
          {say(accountsWords.again)}
        </Button>
      ) : null}
    </Stack>
  );
}

function Found({ timetac }: { readonly timetac: Probed['timetac'] }): ReactNode {
  const say = useSay();
  const { choose, value } = useForm();
  const typed = probeBody(value).timetac;
  const prefix = timetac.pathPrefix;
  return (
    <>
      <Text size="sm">{say(accountsWords.usesVersion, { version: String(typed.apiVersion) })}</Text>
      {prefix === null || prefix === typed.pathPrefix ? null : (
        <Group gap="sm">
          <Text size="sm">
            {prefix === '' ? say(accountsWords.prefixFoundNone) : say(accountsWords.prefixFound, { prefix })}
          </Text>
          <Button
            size="xs"
            onClick={() => choose({ path: 'timetac.pathPrefix', now: prefix === '' ? null : prefix })}
          >
            {say(accountsWords.prefixTake)}
          </Button>
        </Group>
      )}
      <Text size="sm">
        {timetac.modules === null
          ? say(accountsWords.modulesLater)
          : say(accountsWords.modules, {
              modules: timetac.modules.map((name) => featureName(say, name)).join(', '),
            })}
      </Text>
    </>
  );
}
