import { defineConfig } from 'vitest/config';

/** Pure rules and words: nothing of one file can be seen by another, so they share a process and what they import. */
const pure = ['src/core/**/*.test.ts', 'web/src/**/*.test.ts'];

const common = { testTimeout: 120_000, hookTimeout: 120_000, pool: 'forks' as const };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...common, name: 'pure', include: pure, isolate: false } },
      {
        test: {
          ...common,
          name: 'whole',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['src/core/**', '**/node_modules/**'],
        },
      },
    ],
  },
});
