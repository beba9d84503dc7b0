// The integration whose frame is around the page.

import { createContext, useContext } from 'react';
import type { IntegrationView } from '../api/types.ts';

export const IntegrationContext = createContext<IntegrationView | null>(null);

/** Only inside the frame, which shows nothing below itself until the integration has been read. */
export function useIntegration(): IntegrationView {
  const view = useContext(IntegrationContext);
  if (view === null) {
    throw new Error('a page of an integration outside its frame');
  }
  return view;
}
