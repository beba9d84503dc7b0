import { expect, test } from 'vitest';
import { MemoryArchive } from '../../store/memory/memory-archive.ts';
import { saltOf } from './salt.ts';

test('two who need the first salt at the same moment have the same one', async () => {
  const archive = new MemoryArchive();
  let drawn = 0;
  const desk = { newToken: () => `salt-${drawn++}` };
  const salts = await Promise.all([saltOf(desk, archive), saltOf(desk, archive)]);
  expect(new Set(salts).size).toBe(1);
  expect(await saltOf(desk, archive)).toBe(salts[0]);
});
