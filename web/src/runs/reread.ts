// What is read anew when something has happened. What asks a vendor is left alone: nobody waits for Personio because a
// colleague changed a word.

import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { RouteName } from '../api/types.ts';

/** As the contract says it; a test compares both. */
const asksVendor: ReadonlySet<unknown> = new Set<RouteName>([
  'setCredentials',
  'probeAccounts',
  'checkAccounts',
  'readChoices',
  'createDepartment',
  'reviewPeople',
  'linkPeople',
  'wantAccount',
  'countRecords',
  'compareRun',
  'undoRun',
]);

export function useReread(integrationId: string): () => void {
  const client = useQueryClient();
  return useCallback(() => {
    void client.invalidateQueries({ predicate: ({ queryKey }) => isReread(integrationId, queryKey) });
  }, [client, integrationId]);
}

/** Whether the answer under this key (`[name, args]`) is asked for again. */
export const isReread = (integrationId: string, [name, args]: readonly unknown[]): boolean =>
  name === 'listIntegrations' || (idIn(args) === integrationId && !asksVendor.has(name));

function idIn(args: unknown): unknown {
  return (args as { readonly params?: { readonly id?: unknown } } | undefined)?.params?.id;
}
