import { test } from 'vitest';
import { shrunk } from './shrink.ts';
test('x', async () => {
  for (const s of (process.env.SEEDS ?? '').split(',')) console.log((await shrunk(Number(s)))?.message);
});
