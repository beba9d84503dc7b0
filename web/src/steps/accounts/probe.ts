// Both addresses of step 1 as they are typed right now, tried as soon as typing rests.

import { useDebouncedValue } from '@mantine/hooks';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Refused } from '../../api/refused.ts';
import type { Answer, Args } from '../../api/types.ts';
import { useAsk } from '../../api/use.ts';
import { useForm } from '../form.ts';
import type { Json } from '../form/json.ts';
import { textOf } from '../form/json.ts';

export type Probed = Answer<'probeAccounts'>;
type Body = Args<'probeAccounts'>['body'];

export const standardAddress = {
  personio: 'https://api.personio.de',
  timetac: 'https://api.timetac.com',
} as const;

const REST_MS = 700;
/** Coming back from step 2, there may be more to tell. */
const STALE_MS = 5000;

export function useProbe(): UseQueryResult<Probed, Refused> {
  const { integration, mayEdit, value } = useForm();
  const [settled] = useDebouncedValue(JSON.stringify(probeBody(value)), REST_MS);
  return useAsk(
    'probeAccounts',
    { params: { id: integration.id }, body: JSON.parse(settled) as Body },
    { enabled: mayEdit, staleMs: STALE_MS, keepPrevious: true },
  );
}

export function probeBody(value: (path: string) => Json): Body {
  const text = (path: string, longest: number, standard = ''): string =>
    (textOf(value(path)) || standard).trim().slice(0, longest);
  const version = value('timetac.apiVersion');
  return {
    personio: { baseUrl: text('personio.baseUrl', 300, standardAddress.personio) },
    timetac: {
      baseUrl: text('timetac.baseUrl', 300, standardAddress.timetac),
      account: text('timetac.account', 200),
      apiVersion: version === 3 || version === 5 ? version : 4,
      pathPrefix: text('timetac.pathPrefix', 20),
    },
  };
}
