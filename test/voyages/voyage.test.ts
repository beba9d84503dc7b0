// Random histories of the whole engine (proof.md section 1), as `npm run voyage` sails them: a share of the seeds, some
// mutants, and whether the light wire that makes them fast tells the same as the real one. A failure prints its seed and
// the shortest story that still fails.

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { drawDials } from './dials.ts';
import { sail } from './voyage.ts';

describe('whatever people, networks and kills do, both sides agree in the end and nothing is done twice', () => {
  test('on every one of many voyages, which are rough and reach most of the engine', async () => {
    const { code, document, said } = await voyage('--seeds', '1..250', '--json');
    expect(document?.['failures'], said).toEqual([]);
    expect(document?.['missedFloors'], said).toEqual([]);
    expect(code, said).toBe(0);
  });

  test('and voyages notice what an engine like this one could do wrong', async () => {
    const { code, document, said } = await voyage('--mutants', ...fewMutants, '--json');
    const catches = document?.['catches'] as { readonly name: string; readonly caught: boolean }[];
    expect(catches.filter((one) => !one.caught)).toEqual([]);
    expect(catches.length, said).toBe(fewMutants.length);
    expect(code, said).toBe(0);
  });
});

test('a company that changes its form as it lives stands in the end as one that begins with the last form', async () => {
  const { code, document, said } = await voyage('--twins', '--seeds', '1..120', '--json');
  expect(document?.['failures'], said).toEqual([]);
  expect([code, document?.['history']], said).toEqual([0, 'twins']);
});

test('the command says by its exit code that it was called wrongly', async () => {
  const { code, said } = await voyage('--seeds', '5..1');
  expect(said).toContain('in order');
  expect(code).toBe(2);
});

/** One of each kind: written down too late, sent again, read from too late, cut short, not split. */
const fewMutants = [
  'no intent is written down before a period is written',
  'a write without an answer is repeated blindly',
  'changes are asked for from a second after the last look on',
  'every page of TimeTac is the last one',
  'an entry over midnight is not split',
  'a changed form is no reason to read everything',
] as const;

const oneByOne = Array.from({ length: 30 }, (_, seed) => seed).filter(
  (seed) => drawDials(seed).concurrency === 1,
);

test.each(oneByOne.slice(0, 6))(
  'voyage %i tells the same twice, on the light wire and on the real one',
  async (seed) => {
    const real = await sail(seed);
    const { Request, Response } = globalThis;
    const { takeLightWire } = await import('./light-wire.ts');
    takeLightWire();
    try {
      const light = await sail(seed);
      expect(light.story).toEqual(real.story);
      expect(light.trace()).toBe(real.trace());
    } finally {
      Object.assign(globalThis, { Request, Response });
    }
  },
);

interface Ended {
  readonly code: number | null;
  readonly document: Record<string, unknown> | null;
  readonly said: string;
}

/** The command as a person calls it. */
function voyage(...args: readonly string[]): Promise<Ended> {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const child = spawn(process.execPath, ['scripts/voyage.mjs', ...args], { cwd: root });
  let out = '';
  let said = '';
  child.stdout.on('data', (text: Buffer) => (out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      resolve({ code, document: out === '' ? null : (JSON.parse(out) as Record<string, unknown>), said }),
    );
  });
}
