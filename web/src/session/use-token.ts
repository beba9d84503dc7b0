// The secret of a link stands behind the #: it never reaches a server's log.

import { useLocation } from '@tanstack/react-router';

export function useToken(): string {
  return useLocation({ select: (location) => decodeURIComponent(location.hash.replace(/^#/, '')).trim() });
}
