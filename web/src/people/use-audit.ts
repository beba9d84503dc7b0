// An audit log page by page: of one integration, or of the installation as a whole.

import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import type { Refused } from '../api/refused.ts';
import type { Answer } from '../api/types.ts';

type AuditPage = Answer<'readAudit'>;
export type AuditPages = UseInfiniteQueryResult<InfiniteData<AuditPage, number>, Refused>;

export function useAudit(id: string): AuditPages {
  // The place behind the name lets it become old together with all that is known of the integration.
  return usePages(['readAudit', { params: { id } }], (query, signal) =>
    call('readAudit', { params: { id }, query }, signal),
  );
}

export function useInstallationAudit(): AuditPages {
  return usePages(['readInstallationAudit', {}], (query, signal) =>
    call('readInstallationAudit', { query }, signal),
  );
}

type Read = (query: { readonly before?: number }, signal: AbortSignal) => Promise<AuditPage>;

function usePages(queryKey: readonly unknown[], read: Read): AuditPages {
  return useInfiniteQuery<AuditPage, Refused, InfiniteData<AuditPage, number>, readonly unknown[], number>({
    queryKey,
    queryFn: ({ pageParam, signal }) => read(pageParam === 0 ? {} : { before: pageParam }, signal),
    initialPageParam: 0,
    getNextPageParam: ({ entries, more }) => (more ? entries.at(-1)?.seq : undefined),
  });
}
