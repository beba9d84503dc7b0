import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

// What a file imports is read and warmed up once per process, which costs more than most files do. So files share a
// process where nothing of one can be seen by another; whatever is not named here has one of its own.

/** Rules, words, doors and stories in memory: what they keep between calls is only ever the same answer to a question. */
const pure = [
  'src/core/**/*.test.ts',
  'src/connectors/**/*.test.ts',
  'src/simulators/**/*.test.ts',
  'src/cli/**/*.test.ts',
  'web/src/**/*.test.ts',
  'test/scenarios/**/*.test.ts',
  'test/house/**/*.test.ts',
  'test/bench/**/*.test.ts',
  'test/contracts/doors-against-simulators.test.ts',
  'test/contracts/timetac-official-client.test.ts',
];

/** The server in this process, each time with a database and a clock of its own; or commands in processes of their own. */
const desk = [
  'src/api/**/*.test.ts',
  'src/jobs/**/*.test.ts',
  'src/service/**/*.test.ts',
  'test/api/**/*.test.ts',
  'test/browser/**/*.test.ts',
  'test/entrance/**/*.test.ts',
  'test/bad-input/**/*.test.ts',
];

const common = { testTimeout: 120_000, hookTimeout: 120_000, pool: 'forks' as const };

export default defineConfig({
  test: {
    // On two cores: while some wait for hearts, processes and vendors, a third has the processor (601 s with two, 560 s).
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...common,
          name: 'whole',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: [...pure, ...desk, '**/node_modules/**'],
        },
      },
      { test: { ...common, name: 'desk', include: desk, isolate: false } },
      { test: { ...common, name: 'pure', include: pure, isolate: false } },
    ],
  },
});
