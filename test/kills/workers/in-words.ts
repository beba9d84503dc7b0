// The figures of a campaign in words.

import type { WorkersCampaign } from './campaign.ts';
import type { Waits } from './resumption.ts';

export const workersInWords = (campaign: WorkersCampaign): string => {
  const { companies, workers, kills, restarts, hits, cutRuns, cutWhileWriting, waits, faults } = campaign;
  return [
    `${companies} companies, ${workers} workers: ${kills} kills (${hits} hit a run, ${cutRuns} runs cut, ${cutWhileWriting} while writing), PostgreSQL restarted ${restarts} times`,
    `  gone on with after ${spoken(waits.throughout)}; with a restart of PostgreSQL in between after ${spoken(waits.acrossRestarts)}`,
    `  ${campaign.calls} calls, ${campaign.changes} changes by people, ${campaign.records} records stand, ${campaign.settled} settled on the way`,
    `  ${campaign.lost} lost, ${campaign.doubled} doubled, ${campaign.foreignTouched} of others touched, ${campaign.overlaps} runs of one company at the same time, ${faults.length} faults`,
    ...faults.slice(0, 20).map((fault) => `    ${fault}`),
    `seed ${campaign.seed}, ${campaign.seconds} s`,
  ].join('\n');
};

const spoken = ({ count, medianSeconds, longestSeconds }: Waits): string =>
  count === 0 ? 'nothing (no run)' : `${medianSeconds} s (longest ${longestSeconds} s, ${count} runs)`;
