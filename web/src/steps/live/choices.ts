// Lists from the two accounts, read once and kept a while: they are asked of the vendors.

import type { UseQueryResult } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Refused } from '../../api/refused.ts';
import type { Answer, IntegrationView, RouteName } from '../../api/types.ts';
import { useAsk } from '../../api/use.ts';
import { useForm } from '../form.ts';

export type Choices = Answer<'readChoices'>;

const STALE_MS = 10 * 60_000;

export function useChoices(): UseQueryResult<Choices, Refused> {
  const { integration } = useForm();
  return useAsk(
    'readChoices',
    { params: { id: integration.id } },
    { enabled: useMayAsk(), staleMs: STALE_MS },
  );
}

/** Whether the accounts can be asked at all: by somebody who sets up, and with credentials. */
export function useMayAsk(): boolean {
  const { integration } = useForm();
  const { personio, timetac } = integration.credentials;
  return (
    integration.role !== 'viewer' && (integration.origin === 'file' || personio !== null || timetac !== null)
  );
}

/** What the lists depend on. */
function accountsOf({ form, credentials }: IntegrationView): string {
  const { personio, timetac } = credentials;
  return JSON.stringify([form['personio'] ?? null, form['timetac'] ?? null, personio?.setAt, timetac?.setAt]);
}

const fromVendors: ReadonlySet<unknown> = new Set<RouteName>(['readChoices', 'reviewPeople', 'countRecords']);
const seen = new Map<string, string>();

/** After keys or addresses have changed, whatever the accounts said before is old. */
export function useForgetOldAccounts(integration: IntegrationView): void {
  const client = useQueryClient();
  const { id } = integration;
  const accounts = accountsOf(integration);
  useEffect(() => {
    const before = seen.get(id);
    seen.set(id, accounts);
    if (before !== undefined && before !== accounts) {
      void client.resetQueries({ predicate: ({ queryKey: [name] }) => fromVendors.has(name) });
    }
  }, [client, id, accounts]);
}
