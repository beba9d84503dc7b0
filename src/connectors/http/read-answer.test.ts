import { expect, test } from 'vitest';
import { jsonOf } from './read-answer.ts';

test.each([
  ['NUL', '{"a":"x\\u0000y"}', { a: 'x\ufffdy' }],
  ['half an emoji', '{"a":["x\\ud83d"]}', { a: ['x\ufffd'] }],
  ['the other half', '{"a":"\\uDE00x"}', { a: '\ufffdx' }],
  ['a whole emoji', '{"a":"\\ud83d\\ude00"}', { a: '\u{1f600}' }],
  ['a written backslash', '{"a":"\\\\u0000"}', { a: '\\u0000' }],
  ['nothing odd', '{"a":1,"b":null}', { a: 1, b: null }],
  ['no JSON', '{', undefined],
])('what no database can store is replaced: %s', (_, text, value) => {
  expect(jsonOf(text)).toEqual(value);
});
