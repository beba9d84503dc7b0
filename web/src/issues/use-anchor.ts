// A link to one cause leads to it, although its list is only there once the issues have been read. Goes after the
// heading of the page, which takes the focus on every navigation.

import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';

/** To be called where the anchors are rendered. */
export function useAnchor(): void {
  const hash = useRouterState({ select: (state) => state.resolvedLocation?.hash ?? '' });
  useEffect(() => {
    if (hash === '') {
      return undefined;
    }
    const frame = requestAnimationFrame(() => {
      document.getElementById(hash)?.focus();
      document.getElementById(hash)?.scrollIntoView();
    });
    return () => cancelAnimationFrame(frame);
  }, [hash]);
}
