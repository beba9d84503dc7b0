// One contestant on one trace: the vendors are opened, what stands before is exported unmeasured, and then it counts.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Access, ContestantName } from './contestants/contestant.ts';
import { type Peer, PeerGone, start } from './processes.ts';
import { type Trace, traceOf } from './traces.ts';
import type { Ending, TraceOrder } from './vendors-process.ts';

export interface Trial extends Ending {
  readonly contestant: ContestantName;
  readonly wallMs: number;
  readonly peakMb: number;
}

/** @param template Tandem's empty data folder, which is copied */
export async function tryOut(order: TraceOrder, name: ContestantName, template: string): Promise<Trial> {
  const folder = mkdtempSync(join(tmpdir(), `tandem-contest-${name}-`));
  if (name === 'tandem') cpSync(template, folder, { recursive: true });
  let contestant: Peer | null = null;
  const vendors = start('vendors', { crash: async () => contestant?.kill() });
  try {
    const accesses = await vendors.ask<Access[]>('open', order);
    const begin = async (): Promise<Peer> => {
      const peer = start('contestant');
      contestant = peer;
      await peer.ask('open', { name, folder, accesses });
      return peer;
    };
    const measured = await measure(traceOf(order.name, order.today, order.scale), vendors, begin);
    return { contestant: name, ...measured, ...(await vendors.ask<Ending>('end')) };
  } finally {
    await (contestant as Peer | null)?.kill();
    await vendors.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(
  trace: Trace,
  vendors: Peer,
  begin: () => Promise<Peer>,
): Promise<{ wallMs: number; peakMb: number }> {
  let contestant = await begin();
  if (trace.before !== null) {
    await vendors.ask('before');
    await contestant.ask('run', 'first');
  }
  await vendors.ask('measure');
  let wallMs = 0;
  for (const run of trace.runs.keys()) {
    await vendors.ask('happen', run);
    const began = performance.now();
    try {
      wallMs += await contestant.ask<number>('run', trace.asks);
    } catch (error) {
      if (!(error instanceof PeerGone)) throw error;
      wallMs += performance.now() - began;
      contestant = await begin();
      wallMs += await contestant.ask<number>('run', trace.asks);
    }
  }
  return { wallMs, peakMb: await contestant.ask<number>('close') };
}
