import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { base64Of } from './base64.ts';

test.each([0, 1, 2, 8191, 8192, 8193, 20_000])('%i bytes come back as they were', (length) => {
  const bytes = Uint8Array.from({ length }, (_, at) => (at * 7) % 256);
  expect(Buffer.from(base64Of(bytes), 'base64').equals(bytes)).toBe(true);
});
