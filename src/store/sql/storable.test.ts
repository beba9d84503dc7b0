import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonbText } from './storable.ts';

test.each([
  ['half a character', 'a\ud83d', '"a\\ufffd"'],
  ['the other half', '\ude00b', '"\\ufffdb"'],
  ['a NUL', 'a\u0000b', '"a\\ufffdb"'],
  ['a whole one', '😀', '"😀"'],
  ['the words for it', 'a\\ud83d', '"a\\\\ud83d"'],
  ['the words for it after a backslash', '\\\\ud83d', '"\\\\\\\\ud83d"'],
  ['a backslash before half a character', '\\\ud83d', '"\\\\\\ufffd"'],
])('%s', (_what, given, kept) => {
  expect(jsonbText(given)).toBe(kept);
});

test('everything else comes back as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      fc.pre(!JSON.stringify(value).includes('\\u'));
      expect(jsonbText(value)).toBe(JSON.stringify(value));
    }),
  );
});
