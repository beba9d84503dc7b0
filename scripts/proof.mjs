// The long proof: everything that shows whether the promise holds, one after the other, with its figures written to
// docs/proof.md. `npm run proof -- --seeds 20000 --kills 200`; with `--only a,b` those parts are shown anew and the others
// stay as they stand. Exit 1 where any
// part failed.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const page = join(root, 'docs', 'proof.md');
const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], {
  cwd: root,
  encoding: 'utf8',
}).stdout.trim();
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20000' },
    twins: { type: 'string', default: '10000' },
    stores: { type: 'string', default: '300' },
    kills: { type: 'string', default: '200' },
    only: { type: 'string' },
  },
});
/** Seeds of the real stores are others than those in memory, so that nothing is shown twice. */
const storesFrom = 1_000_001;
const storesTo = storesFrom + Number(values.stores) - 1;

const only = values.only?.split(',') ?? null;
const lanes = [
  ['voyages', 'twins', 'mutants'],
  ['embedded', 'postgres', 'sweeps', 'kills', 'bad-input'],
];
/** Two lanes run side by side, each on half of the cores; one alone has them all. */
const used = lanes.filter((names) => only === null || names.some((name) => only.includes(name))).length;
const jobsPerLane = String(Math.max(1, Math.floor(availableParallelism() / Math.max(1, used))));
const script = (name, ...args) => [process.execPath, join('scripts', `${name}.mjs`), ...args, '--json'];
const inLane = (...command) => [...command, '--jobs', jobsPerLane];
const proofs = [
  {
    name: 'planner',
    title: 'Planning on one core',
    promised: '400,000 rows/s',
    command: script('bench', 'planner'),
    lines: ({ figures }) =>
      figures.map(
        ({ name, rowsPerSecond, lowest, highest, ofParsing }) =>
          `${name}: **${number(rowsPerSecond)} rows/s** (median of seven; ${number(lowest)} to ${number(highest)}), ${ofParsing} of what JSON.parse does with the same rows in the same rounds`,
      ),
  },
  {
    name: 'voyages',
    title: 'Voyages on the in-memory store',
    promised: '100,000 seeds in ten minutes on two cores, 2,000,000 before a release',
    command: inLane(...script('voyage', '--seeds', `1..${values.seeds}`)),
    lines: voyageLines,
  },
  {
    name: 'embedded',
    title: 'Voyages on the embedded store',
    command: inLane(...script('voyage', '--seeds', `${storesFrom}..${storesTo}`, '--store', 'embedded')),
    lines: voyageLines,
  },
  {
    name: 'postgres',
    title: 'Voyages on PostgreSQL',
    command: inLane(...script('voyage', '--seeds', `${storesFrom}..${storesTo}`, '--store', 'postgres')),
    lines: voyageLines,
  },
  {
    name: 'twins',
    title: 'Companies that change their form, beside new ones',
    command: inLane(...script('voyage', '--twins', '--seeds', `1..${values.twins}`)),
    lines: voyageLines,
  },
  {
    name: 'mutants',
    title: 'Is the simulation any good? Seeded mistakes',
    command: inLane(...script('voyage', '--mutants')),
    lines: mutantLines,
  },
  {
    name: 'sweeps',
    title: 'A kill at every point',
    command: inLane(...script('kills')),
    lines: sweepLines,
  },
  {
    name: 'kills',
    title: 'Real processes killed with SIGKILL',
    command: script('kills', '--real', values.kills),
    lines: campaignLines,
  },
  {
    name: 'workers',
    title: 'Workers killed on one PostgreSQL',
    promised: '200 kills and 20 restarts, none lost, none doubled, a killed run goes on within 20 s',
    command: script(
      'kills',
      'workers',
      '--companies',
      '100',
      '--workers',
      '3',
      '--kills',
      '200',
      '--restarts',
      '20',
    ),
    lines: workersLines,
  },
  {
    name: 'polls',
    title: 'Quiet integrations on one worker',
    promised: '2,000 integrations looked at every 60 s, p99 of 70 s',
    command: script('bench', 'polls'),
    lines: pollsLines,
  },
  {
    name: 'memory',
    title: 'A million records in little memory',
    promised: '64 MB over idle',
    command: script('bench', 'memory'),
    lines: memoryLines,
  },
  {
    name: 'bad-input',
    title: 'Bad input',
    command: [
      process.execPath,
      join('node_modules', 'vitest', 'vitest.mjs'),
      'run',
      'test/bad-input',
      '--reporter=json',
    ],
    environment: { BAD_INPUT_SHARE: '1' },
    lines: ({ numPassedTests, numTotalTests, numFailedTests }) => [
      `${number(numPassedTests)} of ${number(numTotalTests)} families of mutated answers, whole runs and files passed, ${numFailedTests} failed; more than 10,000 mutated answers and 5,000 files are asserted by the tests themselves`,
    ],
  },
];

const chosen = only === null ? proofs : proofs.filter(({ name }) => only.includes(name));
/** What takes time is measured, and what keeps all cores busy by itself, has the machine for itself. */
const alone = ['planner', 'workers', 'polls', 'memory'];
const ends = new Map();
const standing = only === null ? new Map() : sectionsIn(readFileSync(page, 'utf8'));
const go = async (names) => {
  for (const proof of chosen.filter(({ name }) => names.includes(name))) {
    process.stderr.write(`${proof.title} …\n`);
    const ended = await run(proof);
    ends.set(proof.name, ended);
    standing.set(proof.title, section({ ...proof, ...ended }));
    // What was shown stays, whatever becomes of the rest.
    writeFileSync(page, document(proofs.flatMap(({ title }) => standing.get(title) ?? [])));
    process.stderr.write(
      `${proof.title}: ${ended.exit === 0 ? 'passed' : `FAILED (exit ${ended.exit})`} after ${ended.seconds} s\n`,
    );
  }
};

function run({ command: [file, ...args], environment = {} }) {
  const began = performance.now();
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let out = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    child.on('close', (exit) =>
      resolve({ exit: exit ?? 70, out, seconds: Math.round((performance.now() - began) / 1000) }),
    );
  });
}

/** Title → text, of a page written before. */
function sectionsIn(text) {
  const sections = text.split(/^(?=## )/m).slice(1);
  return new Map(sections.map((one) => [one.slice(3, one.indexOf('\n')), one.trimEnd()]));
}

function document(sections) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return `# Proof

What the long proof showed of version ${version}, on ${availableParallelism()} cores and ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}; each part says of which
commit. \`npm run proof\` writes this page anew; every part is a command of its own
(most run two side by side, each on half of the cores), and the same seed tells the same story. What is checked after every write, and at rest, stands in [CONTRIBUTING](../CONTRIBUTING.md).

${sections.join('\n\n')}
`;
}

function section({ title, promised, command, environment, exit, out, seconds, lines }) {
  const shown = command.slice(1).map((word) => word.replace(/^scripts\//, '').replace(/\.mjs$/, ''));
  const words = [...Object.entries(environment ?? {}).map(([name, value]) => `${name}=${value}`), ...shown];
  return [
    `## ${title}`,
    '',
    `\`${words.join(' ')}\` · ${new Date().toISOString().slice(0, 10)} · commit ${commit} · ${exit === 0 ? 'passed' : `**failed** (exit ${exit})`} · ${number(seconds)} s`,
    '',
    ...(promised === undefined ? [] : [`- promised: ${promised}`]),
    ...factsIn(out, lines).map((line) => `- ${line}`),
  ].join('\n');
}

function factsIn(out, lines) {
  try {
    return lines(JSON.parse(out.slice(out.indexOf('{'))));
  } catch (error) {
    return [`no figures: ${error.message}`];
  }
}

function voyageLines({
  seeds,
  syncs,
  syncsPerSeed,
  writes,
  kills,
  faults,
  failures,
  seconds,
  seedsPerSecond,
  coverage,
  missedFloors,
}) {
  return [
    `**${number(seeds.count)} seeds** (${seeds.from} to ${seeds.to}) in ${number(Math.round(seconds))} s, ${seedsPerSecond} a second: **${failures.length} failures**${failures.length === 0 ? '' : ` (seeds ${failures.map(({ seed }) => seed).join(', ')})`}`,
    `${number(syncs)} runs (${syncsPerSeed} a seed), ${number(writes)} vendor writes, ${number(kills)} crashes`,
    ...(Object.values(faults).every((count) => count === 0) ? [] : [faultsFired(faults)]),
    `reached by the first seeds: ${Object.entries(coverage)
      .map(
        ([room, { hit, total, share }]) =>
          `${room} ${(share * 100).toFixed(1)} % (${hit} of ${total} blocks)`,
      )
      .join(', ')}`,
    ...missedFloors.map((floor) => `below the floor: ${floor}`),
  ];
}

const faultsFired = (faults) =>
  `faults fired: ${Object.entries(faults)
    .map(([kind, count]) => `${kind} ${number(count)}`)
    .join(', ')}`;

function mutantLines({ catches, budget }) {
  return [
    `**${catches.filter((one) => one.caught).length} of ${catches.length} caught** within ${budget} seeds each`,
    ...catches.map(
      ({ name, caught: isCaught, seed, rule }) =>
        `${name}: ${isCaught ? `seed ${seed} (${rule})` : '**survived**'}`,
    ),
  ];
}

function sweepLines({ scenarios, points, single, double, kills, failures }) {
  return [
    `**${number(points)} points** in ${scenarios.length} sweeps, ${number(single)} histories with one kill and ${number(double)} with a second one during recovery, ${number(kills)} kills: **${failures.length} failures**`,
    ...scenarios.map(
      ({ store, scenario, points: own, single: one, double: two }) =>
        `${store}: ${scenario}: ${own} points, ${one} + ${two} histories`,
    ),
  ];
}

function campaignLines({ stores }) {
  return stores.map(
    ({ store, kills, hits, records, settled, lost, doubled, faults }) =>
      `${store}: **${kills} kills** (${Object.entries(hits)
        .map(([phase, count]) => `${phase} ${count}`)
        .join(
          ', ',
        )}), ${number(records)} records stand, ${number(settled)} settled by processes that were killed, **${lost} lost, ${doubled} doubled**, ${faults.length} faults`,
  );
}

function workersLines({
  companies,
  workers,
  kills,
  hits,
  cutRuns,
  cutWhileWriting,
  restarts,
  records,
  lost,
  doubled,
  foreignTouched,
  overlaps,
  waits: { throughout, acrossRestarts },
  faults,
}) {
  return [
    `${companies} simulated companies, ${workers} worker processes, **${kills} SIGKILLs** (${hits} hit, ${number(cutRuns)} runs cut, ${cutWhileWriting} of them while writing) and **${restarts} restarts of PostgreSQL**`,
    `${number(records)} records stand: **${lost} lost, ${doubled} doubled, ${foreignTouched} foreign ones touched**, ${overlaps} runs of one company at once; the check afterwards found ${faults.length} differences`,
    `a killed run went on elsewhere after ${throughout.medianSeconds} s (median of ${number(throughout.count)}), ${throughout.longestSeconds} s at most; where PostgreSQL was restarted meanwhile after ${acrossRestarts.medianSeconds} s, ${acrossRestarts.longestSeconds} s at most`,
  ];
}

function pollsLines({
  integrations,
  pollsPerMinute,
  workerCpuShare,
  workerPeakMb,
  firstRunsSeconds,
  changes,
  delivered,
  delaySeconds,
}) {
  return [
    `**${number(integrations)} integrations** looked at every 60 s by one worker: ${number(pollsPerMinute)} looks a minute, ${workerCpuShare} of a core, ${workerPeakMb} MB at most; all first runs in ${firstRunsSeconds} s`,
    `**${delivered} of ${changes} hours** that people entered meanwhile stand in Personio: p50 ${delaySeconds.p50} s, **p99 ${delaySeconds.p99} s**, ${delaySeconds.most} s at most`,
  ];
}

function memoryLines({ ledgerRows, seconds, idleMb, peakMb, overIdleMb, writes, unchanged }) {
  return [
    `**${number(ledgerRows)} linked records** compared with both sides in ${seconds} s: **${overIdleMb} MB over idle** (${peakMb} MB at most, ${idleMb} MB before); ${writes} writes, ${number(unchanged)} as agreed`,
  ];
}

function number(value) {
  return value.toLocaleString('en');
}

await go(alone);
await Promise.all(lanes.map(go));
process.exitCode = [...ends.values()].every(({ exit }) => exit === 0) ? 0 : 1;
