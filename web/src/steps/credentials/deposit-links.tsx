// A link by which a colleague hands the keys over: create, copy, look what became of it, withdraw.

import { Alert, Button, Code, Group, NativeSelect, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Answer, Side } from '../../api/types.ts';
import { useAsk, useDo } from '../../api/use.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { common, sideWords } from '../../words/common.ts';
import { useFormat, useLanguage, useSay } from '../../words/say.ts';
import { depositWords } from '../../words/steps-credentials.ts';
import { useForm } from '../form.ts';

type Link = Answer<'listDepositLinks'>['links'][number];

export function DepositLinks({ side }: { readonly side: Side }): ReactNode {
  const say = useSay();
  const { integration } = useForm();
  const { id } = integration;
  const links = useAsk('listDepositLinks', { params: { id } });
  const own = (links.data?.links ?? []).filter((link) => link.side === side);
  return (
    <details className="steps-details">
      <summary>{say(depositWords.title, { side: say(sideWords[side]) })}</summary>
      <Stack gap="sm">
        <Text size="sm" maw={640}>
          {say(depositWords.text)}
        </Text>
        <Create side={side} onCreated={() => void links.refetch()} />
        {links.isPending ? <Waiting>{say(depositWords.listWaiting)}</Waiting> : null}
        {links.error === null ? null : <Trouble of={links.error} tone="hint" onRetry={links.refetch} />}
        {own.length === 0 ? null : (
          <Stack gap="xs">
            <Text fw={600}>{say(depositWords.list, { side: say(sideWords[side]) })}</Text>
            <ul className="plain-list">
              {own.map((link) => (
                <LinkRow key={link.id} link={link} onWithdrawn={() => void links.refetch()} />
              ))}
            </ul>
          </Stack>
        )}
      </Stack>
    </details>
  );
}

const validities = [24, 72, 168, 336] as const;

function Create({ side, onCreated }: { readonly side: Side; readonly onCreated: () => void }): ReactNode {
  const say = useSay();
  const { language: own } = useLanguage();
  const { integration } = useForm();
  const [hours, setHours] = useState('72');
  const [language, setLanguage] = useState<'en' | 'de'>(own);
  const create = useDo('createDepositLink', { onDone: onCreated });
  return (
    <Stack gap="sm">
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label={say(depositWords.hours)}
          value={hours}
          data={validities.map((one) => ({ value: String(one), label: say(depositWords[`hours${one}`]) }))}
          onChange={({ currentTarget: { value } }) => setHours(value)}
        />
        <NativeSelect
          label={say(depositWords.language)}
          value={language}
          data={[
            { value: 'de', label: say(depositWords.german) },
            { value: 'en', label: say(depositWords.english) },
          ]}
          onChange={({ currentTarget: { value } }) => setLanguage(value === 'de' ? 'de' : 'en')}
        />
        <Button
          variant="default"
          disabled={create.isPending}
          onClick={() =>
            create.mutate({ params: { id: integration.id }, body: { side, hours: Number(hours), language } })
          }
        >
          {say(create.isPending ? depositWords.creating : depositWords.create)}
        </Button>
      </Group>
      {create.error === null ? null : <Trouble of={create.error} />}
      {create.data === undefined ? null : <Created {...create.data} />}
    </Stack>
  );
}

function Created({ link, expiresAt }: Answer<'createDepositLink'>): ReactNode {
  const say = useSay();
  const { dateTime } = useFormat();
  return (
    <Alert color="green" role="status" icon={<Icon name="check" size={20} />} title={say(depositWords.link)}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{say(depositWords.created, { when: dateTime(expiresAt) })}</Text>
        <Code className="secret">{link}</Code>
        <CopyButton value={link} label={say(depositWords.copy)} />
      </Stack>
    </Alert>
  );
}

function LinkRow({
  link,
  onWithdrawn,
}: {
  readonly link: Link;
  readonly onWithdrawn: () => void;
}): ReactNode {
  const say = useSay();
  const { dateTime } = useFormat();
  const { integration } = useForm();
  const withdraw = useDo('withdrawDepositLink', { onDone: onWithdrawn });
  const state = stateOf(link);
  const when = dateTime(link.usedAt ?? link.expiresAt);
  return (
    <li>
      <Group gap="sm" py={4}>
        <Text size="sm">
          {say(depositWords.by, { by: link.createdBy, when: dateTime(link.createdAt) })}:{' '}
          <b>{say(depositWords[state], { when })}</b>
        </Text>
        {state === 'open' ? (
          <ConfirmButton
            size="xs"
            variant="default"
            disabled={withdraw.isPending}
            question={say(depositWords.withdrawSure)}
            consequence={say(depositWords.withdrawText)}
            onConfirm={() => withdraw.mutate({ params: { id: integration.id, depositId: link.id } })}
          >
            {say(depositWords.withdraw)}
          </ConfirmButton>
        ) : null}
        {withdraw.error === null ? null : <Trouble of={withdraw.error} title={say(common.troubleTitle)} />}
      </Group>
    </li>
  );
}

function stateOf({ withdrawn, usedAt, otherAddress, expiresAt }: Link) {
  if (withdrawn) return 'withdrawn';
  if (usedAt !== null) return 'used';
  if (otherAddress) return 'otherAddress';
  return Date.parse(expiresAt) > Date.now() ? 'open' : 'expired';
}
