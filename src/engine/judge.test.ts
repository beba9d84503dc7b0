import { expect, test } from 'vitest';
import { beginTargetWatermark, keepTargetWatermark, targetWatermark } from './judge.ts';
import type { RunState, Workshop } from './workshop.ts';

const shop = { now: () => 5_000_000 } as unknown as Workshop;
const stateOf = () => ({ watermarks: new Map() }) as unknown as RunState;
const markOf = ({ watermarks }: RunState): string | undefined =>
  watermarks.get('attendances')?.[targetWatermark('attendances')];

test('changes at the target are asked for from the first comparison on, whatever is compared once more', () => {
  const state = stateOf();
  beginTargetWatermark(shop, state, 'attendances', { serverAt: 1_000, beganAt: 900 });
  beginTargetWatermark(shop, state, 'attendances', { serverAt: 2_000, beganAt: 1_900 });
  expect(markOf(state)).toBe('1000');
  // What was read back since then counts.
  keepTargetWatermark(shop, state, 'attendances', { serverAt: 3_000 });
  expect(markOf(state)).toBe('3000');
});

test('without the clock of the server it is ten minutes before the first list was asked for', () => {
  const state = stateOf();
  beginTargetWatermark(shop, state, 'attendances', { serverAt: null, beganAt: 4_000_000 });
  expect(markOf(state)).toBe(String(4_000_000 - 600_000));
});
