// Other defaults for some people: the rules in their order, and a form for one of them.

import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { common } from '../../words/common.ts';
import { useSay } from '../../words/say.ts';
import { rulesWords } from '../../words/steps-users.ts';
import { ListMistakes } from '../fields/list-mistakes.tsx';
import { useForm } from '../form.ts';
import { useKept } from '../form/kept.ts';
import type { Json } from '../form/json.ts';
import { isObject } from '../form/json.ts';
import { conditionText, listIn } from './conditions.ts';
import { RuleForm } from './rule-form.tsx';
import type { Rule } from './rule.ts';
import { defaultsText, noRule, ruleIn } from './rule.ts';
import { useNameOf } from './scope.tsx';

const PATH = 'users.rules';

/** A rule being written: a new one, or one of the list. */
interface Writing {
  readonly at: number | null;
  readonly rule: Rule;
}

export function Rules(): ReactNode {
  const say = useSay();
  const { integration, mayEdit, value, choose } = useForm();
  const [writing, setWriting] = useKept<Writing | null>(`${integration.id} rule`, null);
  const rules = listIn(value(PATH));
  const save = (next: readonly Json[]): void =>
    choose({ path: PATH, now: next.length === 0 ? null : [...next] });
  const put = (rule: Json): void => {
    const at = writing?.at ?? null;
    save(at === null ? [...rules, rule] : rules.map((one, index) => (index === at ? rule : one)));
    setWriting(null);
  };
  return (
    <Paper withBorder px="md" py="sm" component="details" className="steps-details">
      <summary>{say(rulesWords.title)}</summary>
      <Stack gap="sm">
        <Text size="sm">{say(rulesWords.text)}</Text>
        {rules.length === 0 ? <Text size="sm">{say(rulesWords.none)}</Text> : null}
        <ol className="plain-list">
          {rules.map((rule, index) => (
            <RuleRow
              // Two rules may be alike; their place is what tells them apart.
              key={`${index} ${JSON.stringify(rule)}`}
              rule={rule}
              n={index + 1}
              {...(mayEdit
                ? {
                    onEdit: () => setWriting({ at: index, rule: ruleIn(rule) }),
                    onRemove: () => save(rules.filter((_, at) => at !== index)),
                    ...(index === 0 ? {} : { onUp: () => save(movedUp(rules, index)) }),
                  }
                : {})}
            />
          ))}
        </ol>
        <ListMistakes path={PATH} />
        {!mayEdit ? null : writing === null ? (
          <Group>
            <Button variant="default" onClick={() => setWriting({ at: null, rule: noRule })}>
              {say(rulesWords.add)}
            </Button>
          </Group>
        ) : (
          <RuleForm
            title={writing.at === null ? say(rulesWords.new) : say(rulesWords.change, { n: writing.at + 1 })}
            rule={writing.rule}
            onChange={(rule) => setWriting({ ...writing, rule })}
            onSave={put}
            onCancel={() => setWriting(null)}
          />
        )}
      </Stack>
    </Paper>
  );
}

function movedUp(rules: readonly Json[], index: number): readonly Json[] {
  const next = [...rules];
  const [rule = null] = next.splice(index, 1);
  next.splice(index - 1, 0, rule);
  return next;
}

interface RuleRowProps {
  readonly rule: Json;
  readonly n: number;
  readonly onEdit?: () => void;
  readonly onRemove?: () => void;
  readonly onUp?: () => void;
}

function RuleRow({ rule, n, onEdit, onRemove, onUp }: RuleRowProps): ReactNode {
  const say = useSay();
  const nameOf = useNameOf();
  const when = isObject(rule) ? (rule['when'] ?? null) : null;
  const button = { size: 'compact-sm', variant: 'default' } as const;
  return (
    <Paper component="li" withBorder p="sm" mb="xs">
      <Text fw={600}>{say(rulesWords.rule, { n })}</Text>
      <Text size="sm">{say(rulesWords.when, { condition: conditionText(say, when, nameOf) })}</Text>
      <Text size="sm">{say(rulesWords.instead, { defaults: defaultsText(say, rule) })}</Text>
      {onEdit === undefined ? null : (
        <Group gap="xs" mt="xs">
          <Button {...button} aria-label={say(rulesWords.edit, { n })} onClick={onEdit}>
            {say(common.edit)}
          </Button>
          <Button {...button} aria-label={say(rulesWords.remove, { n })} onClick={onRemove}>
            {say(common.remove)}
          </Button>
          {onUp === undefined ? null : (
            <Button {...button} onClick={onUp}>
              {say(rulesWords.up, { n })}
            </Button>
          )}
        </Group>
      )}
    </Paper>
  );
}
