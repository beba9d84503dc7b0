// The form that fits a company of the benchmark.

import { companySettingsDocument } from '../../src/simulators/company/settings-document.ts';
import type { CompanyStates } from '../../src/simulators/company/bench.ts';
import type { LocalDate } from '../../src/core/time/calendar.ts';

export interface Addresses {
  readonly personioUrl: string;
  readonly timetacUrl: string;
}

/** Vacation and hours from the start date on; nothing that would cost a call beyond what every contestant is asked for. */
export function documentFor(
  states: CompanyStates,
  startDate: LocalDate,
  addresses: Addresses,
): Record<string, unknown> {
  const document = companySettingsDocument(states, { ...addresses, startDate });
  return { ...document, attendances: { ...(document['attendances'] as object), projects: [] } };
}
