// What a test found, line by line: what is missing first, with what to do; what is in order folded away.

import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CheckLine } from '../../api/types.ts';
import type { IconName } from '../../ui/icons.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../words/say.ts';
import { credentialsWords } from '../../words/steps-credentials.ts';

const looks = {
  access: ['cross', credentialsWords.missing],
  name: ['question', credentialsWords.nameLine],
  optional: ['warn', credentialsWords.optional],
  hint: ['info', credentialsWords.hint],
  ok: ['check', credentialsWords.allowed],
} as const satisfies Record<CheckLine['class'], readonly [IconName, unknown]>;

const order = ['access', 'name', 'optional', 'hint'] as const;

export function CheckLines({ lines }: { readonly lines: readonly CheckLine[] }): ReactNode {
  const say = useSay();
  if (lines.length === 0) {
    return <Text size="sm">{say(credentialsWords.linesEmpty)}</Text>;
  }
  const passed = lines.filter((line) => line.class === 'ok');
  const rest = order.flatMap((kind) => lines.filter((line) => line.class === kind));
  return (
    <Stack gap="xs">
      {rest.length === 0 ? null : <Lines lines={rest} />}
      {passed.length === 0 ? null : (
        <details className="steps-details" open={rest.length === 0}>
          <summary>{say(credentialsWords.allowedMany, { n: passed.length })}</summary>
          <Lines lines={passed} />
        </details>
      )}
    </Stack>
  );
}

function Lines({ lines }: { readonly lines: readonly CheckLine[] }): ReactNode {
  const say = useSay();
  return (
    <Stack component="ul" className="plain-list" gap="xs">
      {lines.map((line) => {
        const [icon, word] = looks[line.class];
        return (
          <li key={`${line.about} ${line.message.en}`} className="steps-line">
            <Icon name={icon} />
            <div>
              <Text size="sm">
                <b>{say(word)}:</b> {say(line.message)}
              </Text>
              {line.action === null ? null : (
                <Text size="sm" c="dimmed">
                  {say(credentialsWords.todo, { action: say(line.action) })}
                </Text>
              )}
            </div>
          </li>
        );
      })}
    </Stack>
  );
}
