// An integration has gone: to the list, which must not show it any more.

import { useNavigate } from '@tanstack/react-router';
import { useFresh } from '../api/use.ts';

export function useLeave(): () => Promise<void> {
  const navigate = useNavigate();
  const fresh = useFresh();
  return async () => {
    await navigate({ to: '/' });
    await fresh();
  };
}
