// What is read anew when something has happened. What asks a vendor is left alone: nobody waits for Personio because a
// colleague changed a word.

import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { RouteName } from '../api/types.ts';

const asksVendor: ReadonlySet<unknown> = new Set<RouteName>(['readChoices', 'reviewPeople', 'compareRun']);

export function useReread(integrationId: string): () => void {
  const client = useQueryClient();
  return useCallback(() => {
    void client.invalidateQueries({
      predicate: ({ queryKey: [name, args] }) =>
        name === 'listIntegrations' || (idIn(args) === integrationId && !asksVendor.has(name)),
    });
  }, [client, integrationId]);
}

function idIn(args: unknown): unknown {
  return (args as { readonly params?: { readonly id?: unknown } } | undefined)?.params?.id;
}
