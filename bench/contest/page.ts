// The page of the contest: what was compared, how, on which machine, and what came of it.

import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import type { Heat } from './contest.ts';
import { type Figures, counted, figuresOf, flawlessOf, ratio, sizeOf, tableOf } from './figures.ts';
import type { TraceName } from './traces.ts';

/** `began`: processes that wanted a processor when the contest began, besides it. */
export interface Circumstances {
  readonly command: string;
  readonly at: Date;
  readonly loadAtBegin: number;
  readonly seconds: number;
}

export const loadNow = (): number => loadavg()[0] ?? 0;

/** Markdown. */
export function pageOf(heats: readonly Heat[], { command, at, loadAtBegin, seconds }: Circumstances): string {
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
  return `# Benchmark

\`${command}\` · ${at.toISOString().slice(0, 10)} · ${machine} · ${Math.round(seconds)} s. The machine's load was ${loadAtBegin.toFixed(1)}
before it began: counts do not depend on that, times do.

Tandem beside the algorithms that are in use today, each against the same simulated vendors over HTTP, on accounts of its
own, in one run. The vendors live in processes of their own, answer after 20 to 40 ms, limit as Personio does (ten calls a
second and endpoint, \`x-ratelimit-*\`, 429 without a hint) and count every call. Sign-ins are counted apart.

![Calls divided by necessary calls, per trace and contestant](pictures/benchmark.svg)

${aimOf(heats)}

${firstOf(heats)}

## The contestants

- **Tandem**: the real engine with its embedded store, its doors over real connections, its own pace.
- **Serial without memory**: every run posts every record of the day; what is refused counts as there already.
- **Delete and recreate**: every run deletes what stands on the day and writes it anew.
- **Parallel with backoff**: changes since the last run, sixteen calls at once, exponential backoff with jitter; remembers
  which record became which at the end of a run; sends again when an answer is lost.
- **One export per user**: each user's changes since their last export are posted; nothing is read back, deletions are not
  seen.

Those without memory look at the last working day only (at everything in a first run): a longer window would cost them more
calls. A poll is a look of Tandem's; the others can only run.

## What is measured

- **÷ necessary**: all calls divided by the least number that the trace needs, worked out from the trace itself: one write
  per changed record, each list in pages of the vendor's size, what is about to be written over read once, every outcome
  seen once. Whoever looks at less than that comes out below 1 (a mere line in
  the picture), and does not see what HR did meanwhile.
- **Writes ÷ changes**: calls that change something, without throttled ones, by records that are new, other or gone.
- **Wall ÷ bound**: time by what Personio's limits allow at best; only where that is three seconds or more.
- **Missing, duplicates**: what stands at the end beside what people did: not there, or there beyond it (a second copy, or an
  old one that nobody took away). **Wrong deletes**: of a record that was right as it stood, or somebody else's. **HR overruled**: changes to a record
  that HR had changed in Personio, where the entry changed in TimeTac as well; Tandem leaves it, and asks.
- **Peak MB**: the contestant's process; Tandem's holds its database.

${heats.map(sectionOf).join('\n\n')}
`;
}

/** All calls by necessary ones, at most; with lost answers a little more. */
const aim = (name: TraceName): number => (name === 'loss' ? 1.05 : 1.02);

function aimOf(heats: readonly Heat[]): string {
  const above = heats.flatMap((heat) =>
    figuresOf(heat)
      .filter((row) => row.contestant === 'tandem' && row.callsPerNecessary > aim(heat.trace.name))
      .map((row) => `${row.trace.toLowerCase()} ${ratio(row.callsPerNecessary)}`),
  );
  const reached =
    above.length === 0 ? 'It is reached in every trace.' : `Not reached: ${above.join(', ')}. ${whatIsMore}`;
  return `Tandem's aim is at most 1.02 times the necessary calls, 1.05 where answers are lost. ${reached}`;
}

const whatIsMore = `What is more than the floor there: how many rows a page of TimeTac may have is not documented, so a
run asks once more where a page may have been cut; small companies feel it.`;

/** Fewer calls are no merit where records are missing, doubled, or taken from somebody. */
function firstOf(heats: readonly Heat[]): string {
  const rows = heats.map((heat) => {
    const [first, second] = flawlessOf(heat);
    const place = ({ title, calls }: Figures): string => `${title} (${counted(calls, 'call')})`;
    const next = second === undefined ? 'nobody else' : place(second);
    return `| ${heat.trace.title} | ${first === undefined ? 'nobody' : place(first)} | ${next} |`;
  });
  return [
    'Who left nothing missing, doubled, wrongly deleted or overruled, by calls:',
    '',
    '| Trace | First | Next |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n');
}

const sectionOf = (heat: Heat): string => `## ${heat.trace.title}

${sizeOf(heat)}.

${tableOf(heat)}`;
