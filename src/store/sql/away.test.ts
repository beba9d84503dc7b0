import { expect, test } from 'vitest';
import { isAway } from './away.ts';
import { LeaseLost } from './lease.ts';

const coded = (code: string): Error => Object.assign(new Error('said by the server'), { code });

test.each([
  ['it is shutting down', coded('57P01')],
  ['it is starting', coded('57P03')],
  ['the connection failed', coded('08006')],
  ['no connection is left', coded('53300')],
  ['it reads only', coded('25006')],
  ['nobody listens', coded('ECONNREFUSED')],
  ['nobody listens on any address', new AggregateError([coded('ECONNREFUSED')], '')],
  ['a query failed for it', new Error('query failed', { cause: coded('ECONNRESET') })],
  ['the connection ended', new Error('Connection terminated unexpectedly')],
  [
    'the connection was broken before',
    new Error('Client has encountered a connection error and is not queryable'),
  ],
  ['somebody else has taken over', new LeaseLost('one')],
])('the database is away where %s', (_what, error) => {
  expect(isAway(error)).toBe(true);
});

test.each([
  ['a mistake of ours', new Error('cannot read properties of undefined')],
  ['a broken rule of the schema', coded('23505')],
  ['no room left', coded('53100')],
  ['no error at all', 'away'],
])('it is not away for %s', (_what, error) => {
  expect(isAway(error)).toBe(false);
});
