import { expect, test } from 'vitest';
import { asVendorTrouble } from '../../engine/ports.ts';
import { cleanCode, cleanReason, VendorError } from './vendor-error.ts';

test.each([
  ['known values go', 'wrong secret hunter2hunter2 given', 'wrong secret ••• given'],
  ['a token in a header goes', 'header was Bearer abc.def-ghi', 'header was •••'],
  ['Personio’s tokens go', 'papi-1234567890abcdef is expired', '••• is expired'],
  ['signed tokens go', 'got eyJhbGciOi.eyJzdWIiOiIx.sig', 'got •••'],
  ['long hex goes', 'token 0123456789abcdef0123456789abcdef.', 'token •••.'],
  ['named secrets go', 'client_secret=abc123&grant_type=x', '•••&grant_type=x'],
  [
    'an HTML page is only named',
    '<!DOCTYPE html><html><body>hunter2hunter2</body></html>',
    'answered with an HTML page',
  ],
  ['lines become one', 'first\r\n\tsecond\u0000', 'first second'],
  ['record ids stay', 'no c85d978e-1104-4762-be94-c868525eef45', 'no c85d978e-1104-4762-be94-c868525eef45'],
  ['nothing is nothing', '  \n ', null],
])('%s', (_name, words, clean) => {
  expect(cleanReason(words, ['hunter2hunter2'])).toBe(clean);
});

test('long words are cut', () => {
  expect(cleanReason('x y '.repeat(1000), [])).toHaveLength(500);
  expect(cleanCode('y '.repeat(500), [])).toHaveLength(100);
  expect(cleanCode({ not: 'text' }, [])).toBeNull();
});

test('the engine knows it by its shape', () => {
  const error = new VendorError({
    side: 'personio',
    kind: 'refused',
    performed: 'no',
    status: 422,
    code: null,
    reason: 'Substitute required',
    traceId: 't-1',
    endpoint: 'POST /v2/absence-periods',
  });
  expect(asVendorTrouble(error)).toBe(error);
  expect(error.message).toBe('personio POST /v2/absence-periods: refused, HTTP 422: Substitute required');
});
