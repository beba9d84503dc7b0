// The audit log page by page.

import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import type { Refused } from '../api/refused.ts';
import type { Answer } from '../api/types.ts';

type AuditPage = Answer<'readAudit'>;

export function useAudit(id: string): UseInfiniteQueryResult<InfiniteData<AuditPage, number>, Refused> {
  return useInfiniteQuery<AuditPage, Refused, InfiniteData<AuditPage, number>, readonly unknown[], number>({
    // The place behind the name lets it become old together with all that is known of the integration.
    queryKey: ['readAudit', { params: { id } }],
    queryFn: ({ pageParam, signal }) =>
      call('readAudit', { params: { id }, query: pageParam === 0 ? {} : { before: pageParam } }, signal),
    initialPageParam: 0,
    getNextPageParam: ({ entries, more }) => (more ? entries.at(-1)?.seq : undefined),
  });
}
