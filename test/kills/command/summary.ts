// The figures of a sweep and of a campaign, as a document and in words.

import type { Campaign, StoreCampaign } from '../processes/kill-processes.ts';
import type { Failure } from '../sweep.ts';
import type { StoreSwept } from './sweep-stores.ts';

export interface SweepDocument {
  readonly seed: number;
  readonly seconds: number;
  readonly scenarios: readonly Omit<StoreSwept, 'failures'>[];
  readonly points: number;
  /** Histories with one kill, and with two. */
  readonly single: number;
  readonly double: number;
  readonly kills: number;
  readonly failures: readonly (Failure & { readonly store: string })[];
}

export function documentOf(seed: number, swept: readonly StoreSwept[], seconds: number): SweepDocument {
  const sum = (of: (one: StoreSwept) => number): number => swept.reduce((total, one) => total + of(one), 0);
  return {
    seed,
    seconds: Math.round(seconds),
    scenarios: swept.map(({ failures: _failures, ...figures }) => figures),
    points: sum(({ points }) => points),
    single: sum(({ single }) => single),
    double: sum(({ double }) => double),
    kills: sum(({ kills }) => kills),
    failures: swept.flatMap(({ store, failures }) => failures.map((failure) => ({ ...failure, store }))),
  };
}

export function sweepsInWords(document: SweepDocument): string {
  const rows = document.scenarios.map(
    ({ store, scenario, points, single, double }) =>
      `${store.padEnd(9)}${column(points)}${column(single)}${column(double)}  ${scenario}`,
  );
  const told = document.failures
    .slice(0, mostFailures)
    .flatMap(({ store, scenario, place, what }) => [
      '',
      `${store}: ${scenario}`,
      `  ${place}`,
      ...what.slice(0, 6).map((line) => `    ${line}`),
    ]);
  return [
    `store    ${'points'.padStart(9)}${'kills'.padStart(9)}${'doubles'.padStart(9)}  scenario`,
    ...rows,
    '',
    `${document.scenarios.length} sweeps, ${document.points} points, ${document.single} histories with one kill and ` +
      `${document.double} with two, ${document.kills} kills, ${document.failures.length} failures ` +
      `(seed ${document.seed}, ${document.seconds} s)`,
    ...told,
  ].join('\n');
}

const mostFailures = 20;
const column = (figure: number): string => String(figure).padStart(9);

export const campaignInWords = ({ seed, seconds, stores }: Campaign): string =>
  [...stores.flatMap(storeInWords), `seed ${seed}, ${seconds} s`].join('\n');

const storeInWords = ({
  store,
  kills,
  hits,
  records,
  settled,
  lost,
  doubled,
  faults,
}: StoreCampaign): string[] => [
  `${store}: ${kills} kills (${Object.entries(hits)
    .map(([phase, count]) => `${phase} ${count}`)
    .join(', ')})`,
  `  ${records} records stand, ${settled} settled by processes that were killed, ${lost} lost, ${doubled} doubled, ${faults.length} faults`,
  ...faults.slice(0, 20).map((fault) => `    ${fault}`),
];
