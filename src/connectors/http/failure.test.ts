import { expect, test } from 'vitest';
import { failureOf, TransportFailure } from './failure.ts';

const coded = (code: string, more: object = {}): Error => Object.assign(new Error('x'), { code, ...more });
const wrapped = (cause: unknown): Error => new TypeError('fetch failed', { cause });

test.each([
  ['a refused connection', coded('ECONNREFUSED', { syscall: 'connect' }), 'not-sent'],
  ['a refused connection inside fetch’s error', wrapped(coded('ECONNREFUSED')), 'not-sent'],
  ['an unknown name', coded('ENOTFOUND', { syscall: 'getaddrinfo' }), 'not-sent'],
  ['a connection that took too long', coded('UND_ERR_CONNECT_TIMEOUT'), 'not-sent'],
  ['a certificate that expired', coded('CERT_HAS_EXPIRED'), 'not-sent'],
  ['a connect timeout of the system', coded('ETIMEDOUT', { syscall: 'connect' }), 'not-sent'],
  [
    'every address refused',
    new AggregateError([coded('ECONNREFUSED'), coded('ENETUNREACH', { syscall: 'connect' })]),
    'not-sent',
  ],
  [
    'one address that may have been reached',
    new AggregateError([coded('ECONNREFUSED'), coded('ECONNRESET')]),
    'lost',
  ],
  ['a reset', coded('ECONNRESET', { syscall: 'read' }), 'lost'],
  ['a timeout while reading', coded('ETIMEDOUT', { syscall: 'read' }), 'lost'],
  ['headers that did not come', coded('UND_ERR_HEADERS_TIMEOUT'), 'lost'],
  ['our deadline', new DOMException('x', 'TimeoutError'), 'lost'],
  ['anything else', new TypeError('SIM_connection lost'), 'lost'],
  ['no error at all', 'x', 'lost'],
  ['an address we refuse', wrapped(new TransportFailure('forbidden', 'private')), 'forbidden'],
] as const)('%s', (_name, error, kind) => {
  expect(failureOf(error).kind).toBe(kind);
});
