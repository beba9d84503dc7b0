// Tandem on a trace of the benchmark in virtual time: the simulators answer in this process, buckets and latency are
// minutes of a clock that nobody waits for.

import { createHash } from 'node:crypto';
import { companyOf } from '../../bench/contest/company.ts';
import { documentFor } from '../../bench/contest/documents.ts';
import { type Handle, openStage } from '../../bench/contest/stage.ts';
import type { Trace } from '../../bench/contest/traces.ts';
import { simulatorTransport } from '../../src/connectors/http/transport.ts';
import { createPersonioDoor } from '../../src/connectors/personio/door.ts';
import { createTimetacDoor } from '../../src/connectors/timetac/door.ts';
import type { RunReport } from '../../src/core/report/run-report.ts';
import { instantOf, type LocalDate, minuteMs } from '../../src/core/time/calendar.ts';
import { isIdle } from '../../src/engine/poll.ts';
import { runSync } from '../../src/engine/run-sync.ts';
import { type Workshop, ordinaryRun } from '../../src/engine/workshop.ts';
import { seededRandom } from '../../src/simulators/faults/random.ts';
import { MemoryArchive } from '../../src/store/memory/memory-archive.ts';
import { settingsOfDocument } from '../support/settings.ts';
import { virtualClock } from './virtual-clock.ts';

const latencyMs = 30;

export type Ended = RunReport | 'busy' | 'idle' | 'killed';

/** Plays a trace of one company to its end; `commits` counts what the archive took while it was measured. */
export async function play(trace: Trace, today: LocalDate) {
  const clock = virtualClock(instantOf(`${today}T06:00:00`, 'Europe/Berlin'));
  const timing = { now: clock.now, sleep: clock.sleep, random: seededRandom(5) };
  const life = oneLife();
  const states = companyOf({ employees: trace.employees, today, account: 'bench' });
  const stage = openStage({ trace, states, surroundings: timing, seed: 11, crash: life.end });
  const archive = new CountingArchive();
  const addresses = { personioUrl: 'http://127.0.0.1:1', timetacUrl: 'http://127.0.0.1:2' };
  const settings = settingsOfDocument(documentFor(states, trace.startDate, addresses));
  const transport = (handle: Handle) =>
    simulatorTransport(
      life.within(async (request: Request) => {
        await clock.sleep(latencyMs);
        return handle(request);
      }),
    );
  let ids = 0;
  const shop = (): Workshop => ({
    hr: createPersonioDoor({
      ...settings.personio,
      timing,
      pacing: 'vendor',
      transport: transport(stage.personio),
    }),
    time: createTimetacDoor({
      ...settings.timetac,
      timing,
      pacing: 'vendor',
      transport: transport(stage.timetac),
    }),
    archive: mortal(archive, life),
    generation: null,
    settings,
    now: clock.now,
    sleep: clock.sleep,
    newId: () => createHash('sha256').update(`id ${ids++}`).digest('hex').slice(0, 16),
    newPassword: () => 'a long random password',
    concurrency: 4,
    detailDays: 396,
    tell: () => undefined,
    tidy: () => undefined,
  });
  const run = (poll: boolean): Promise<Ended> =>
    life.live(async () => (poll && (await isIdle(shop())) ? 'idle' : runSync(shop(), ordinaryRun)));

  if (trace.before !== null) {
    stage.happen(trace.before);
    await run(false);
    clock.pass(15 * minuteMs);
    // What few writes left for the next list is looked at before anything is measured.
    await run(false);
  }
  stage.measure();
  archive.commits = 0;
  const ends: Ended[] = [];
  let wallMs = 0;
  for (const deeds of trace.runs) {
    clock.pass((trace.asks === 'poll' ? 1 : 15) * minuteMs);
    stage.happen(deeds);
    const began = clock.now();
    let end = await run(trace.asks === 'poll');
    ends.push(end);
    if (end === 'killed') {
      archive.dropLease();
      end = await run(false);
      ends.push(end);
    }
    wallMs += clock.now() - began;
  }
  return { tally: stage.tally(), verdict: stage.verdict(), commits: archive.commits, ends, wallMs };
}

type Life = ReturnType<typeof oneLife>;

/** A process that may die: whatever it was waiting for never comes, and nothing of it takes another step. */
function oneLife() {
  let number = 0;
  let die: (() => void) | null = null;
  return {
    live: <T>(work: () => Promise<T>): Promise<T | 'killed'> =>
      new Promise((resolve, reject) => {
        die = () => resolve('killed');
        work().then(resolve, reject);
      }),
    end: (): Promise<never> => {
      number += 1;
      die?.();
      return new Promise<never>(() => undefined);
    },
    /** Works as long as the life lasts in which it was made. */
    within: <In extends unknown[], Out>(work: (...given: In) => Promise<Out>) => {
      const born = number;
      return async (...given: In): Promise<Out> => {
        const out = born === number ? await work(...given) : null;
        return born === number && out !== null ? out : new Promise<never>(() => undefined);
      };
    },
  };
}

/** The same archive in the hands of one life. */
function mortal(archive: MemoryArchive, life: Life): MemoryArchive {
  const commit = life.within((batch: Parameters<MemoryArchive['commit']>[0]) =>
    archive.commit(batch).then(() => true),
  );
  return new Proxy(archive, {
    get: (target, name) => {
      if (name === 'commit')
        return (batch: Parameters<MemoryArchive['commit']>[0]) => commit(batch).then(() => undefined);
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

class CountingArchive extends MemoryArchive {
  commits = 0;

  override commit(...batch: Parameters<MemoryArchive['commit']>): ReturnType<MemoryArchive['commit']> {
    this.commits += 1;
    return super.commit(...batch);
  }
}
