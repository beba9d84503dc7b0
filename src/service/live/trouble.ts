// Vendor trouble in a sentence for whoever sets an integration up.

import { said } from '../../core/settings/mistake.ts';
import type { VendorTrouble } from '../../engine/ports.ts';
import { Problem } from '../problem.ts';

export type FrontProblem = Problem;

export function troubleProblem({ side, kind, reason, status }: VendorTrouble): Problem {
  const vendor = side === 'timetac' ? 'TimeTac' : 'Personio';
  const why = reason === null ? (status === null ? '' : ` (HTTP ${status})`) : ` (${reason})`;
  switch (kind) {
    case 'access':
      return new Problem('vendor-trouble', {
        message: said(`${vendor} refused access${why}.`, `${vendor} hat den Zugriff verweigert${why}.`),
        hint: said('Test the credentials in step 2.', 'Testen Sie die Zugangsdaten in Schritt 2.'),
      });
    case 'refused':
    case 'missing':
      return new Problem('vendor-trouble', {
        message: said(`${vendor} said no${why}.`, `${vendor} hat abgelehnt${why}.`),
      });
    case 'unreachable':
    case 'garbage':
      return new Problem('vendor-trouble', {
        message: said(
          `${vendor} could not be asked right now${why}.`,
          `${vendor} konnte gerade nicht gefragt werden${why}.`,
        ),
      });
    default:
      return kind satisfies never;
  }
}
