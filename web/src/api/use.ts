// Calls in components: `useAsk` for what is shown, `useDo` for what is done, `useFresh` for what has become old.

import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Given } from './call.ts';
import { call } from './call.ts';
import type { Refused } from './refused.ts';
import type { Answer, Args, RouteName } from './types.ts';

export interface AskOptions {
  readonly enabled?: boolean;
  /** How long an answer counts as fresh. */
  readonly staleMs?: number;
  /** Asks again by itself; false: never. */
  readonly everyMs?: number | false;
  /** Keeps showing the answer to other arguments while a new one is on its way. */
  readonly keepPrevious?: boolean;
}

/** Asks, and keeps the answer under the key `[name, args]`. */
export function useAsk<N extends RouteName>(
  name: N,
  args: Args<N>,
  options: AskOptions = {},
): UseQueryResult<Answer<N>, Refused> {
  return useQuery<Answer<N>, Refused>({
    queryKey: keyOf(name, args),
    queryFn: ({ signal }) => call(name, ...([args, signal] as unknown as Given<N>)),
    enabled: options.enabled ?? true,
    ...(options.staleMs === undefined ? {} : { staleTime: options.staleMs }),
    ...(options.everyMs === undefined ? {} : { refetchInterval: options.everyMs }),
    ...(options.keepPrevious === true ? { placeholderData: (previous: unknown) => previous as never } : {}),
  });
}

export interface DoOptions<N extends RouteName> {
  readonly onDone?: (answer: Answer<N>, args: Args<N>) => unknown;
  readonly onRefused?: (refused: Refused, args: Args<N>) => unknown;
}

/** Does something: `const remove = useDo('removeMember', { onDone }); remove.mutate({ params })`. */
export function useDo<N extends RouteName>(
  name: N,
  options: DoOptions<N> = {},
): UseMutationResult<Answer<N>, Refused, Args<N>> {
  return useMutation<Answer<N>, Refused, Args<N>>({
    mutationFn: (args) => call(name, ...([args] as unknown as Given<N>)),
    onSuccess: async (answer, args) => {
      await options.onDone?.(answer, args);
    },
    onError: async (refused, args) => {
      await options.onRefused?.(refused, args);
    },
  });
}

/** Makes what is known of one integration (and the list) old, so that it is asked again; without an id, everything. */
export function useFresh(): (integrationId?: string) => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    (integrationId) =>
      client.invalidateQueries({
        predicate: ({ queryKey }) =>
          integrationId === undefined ||
          queryKey[0] === 'listIntegrations' ||
          idIn(queryKey[1]) === integrationId,
      }),
    [client],
  );
}

/** Puts an answer where `useAsk` finds it: what a change answered need not be asked again. */
export function usePut(): <N extends RouteName>(name: N, args: Args<N>, answer: Answer<N>) => void {
  const client = useQueryClient();
  return useCallback(
    (name, args, answer) => {
      const queryKey = keyOf(name, args);
      // An answer that is still on its way may be older than this one.
      void client.cancelQueries({ queryKey, exact: true });
      client.setQueryData(queryKey, answer);
    },
    [client],
  );
}

export function keyOf<N extends RouteName>(name: N, args: Args<N>): readonly unknown[] {
  return [name, args];
}

function idIn(args: unknown): unknown {
  const params = (args as { readonly params?: { readonly id?: unknown } } | undefined)?.params;
  return params?.id;
}
