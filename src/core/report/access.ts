// What a vendor says about the access of whoever asks it.

import type { Finding } from './codes.ts';

/**
 * Signed in, and forbidden: a right is missing, and the credentials are good.
 * @param facts of `credentials-refused`; as text or as a number
 */
export const isMissingRight = ({ status, endpoint }: Finding['facts']): boolean =>
  String(status) === '403' && !String(endpoint).endsWith('token');
