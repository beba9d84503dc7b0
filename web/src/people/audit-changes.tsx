// What a change of the form changed: each value before and after.

import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AuditEntry } from '../api/types.ts';
import { auditWords as words } from '../words/audit.ts';
import { common } from '../words/common.ts';
import { useFormat, useSay } from '../words/say.ts';

type Json = AuditEntry['details'][string];

export function AuditChanges({ entry }: { readonly entry: AuditEntry }): ReactNode {
  const say = useSay();
  const text = useValueText();
  const changes = changesIn(entry);
  return changes.length === 0 ? null : (
    <ul className="plain-list">
      {changes.map(({ path, before, after }) => (
        <Text key={path} component="li" size="sm" c="dimmed">
          {say(words.change, { path, before: text(before), after: text(after) })}
        </Text>
      ))}
    </ul>
  );
}

interface Change {
  readonly path: string;
  readonly before: Json;
  readonly after: Json;
}

function changesIn({ what, details }: AuditEntry): readonly Change[] {
  const values = details['values'];
  if (what !== 'form.changed' || !Array.isArray(values)) {
    return [];
  }
  return values.flatMap((value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && typeof value['path'] === 'string'
      ? [{ path: value['path'], before: value['before'] ?? null, after: value['after'] ?? null }]
      : [],
  );
}

function useValueText(): (value: Json) => string {
  const say = useSay();
  const { count, date, number } = useFormat();
  return (value) => {
    if (value === null || value === '') {
      return say(words.nothing);
    }
    if (typeof value === 'boolean') {
      return say(value ? common.yes : common.no);
    }
    if (typeof value === 'number') {
      return number(value);
    }
    if (typeof value === 'string') {
      return date(value);
    }
    const items = Array.isArray(value) ? value : Object.keys(value);
    const isShort = Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
    return isShort ? value.join(', ') : count(items.length, words.listOne, words.listMany);
  };
}
