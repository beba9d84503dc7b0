import { expect, test } from 'vitest';
import { Answer } from './answer.ts';

const message = (letter: string, body = ''): Buffer => {
  const length = Buffer.alloc(4);
  length.writeInt32BE(4 + Buffer.byteLength(body));
  return Buffer.concat([Buffer.from(letter), length, Buffer.from(body)]);
};
const said = (...letters: string[]): Buffer =>
  Buffer.concat(letters.map((letter) => message(letter, letter === 'D' ? 'some row, Z and C' : 'x')));
const isWhole = (data: Buffer): boolean => {
  const answer = new Answer();
  answer.read(data);
  return answer.isWhole;
};

test.each([
  ['rows', said('1', '2', 'T', 'D', 'D', 'C', 'Z')],
  ['a refusal', said('E', 'Z')],
  ['a notice and no text', said('N', 'I', 'Z')],
  ['who is let in', said('R', 'S', 'K', 'Z')],
])('%s is a whole answer, in whatever pieces it comes', (_what, data) => {
  expect(isWhole(data)).toBe(true);
  for (let cut = 1; cut < data.length; cut++) {
    const answer = new Answer();
    answer.read(data.subarray(0, cut));
    expect(answer.isWhole, `after ${cut} bytes`).toBe(false);
    answer.read(data.subarray(cut));
    expect(answer.isWhole, `cut after ${cut} bytes`).toBe(true);
  }
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['an answer without a last word', said('1', '2', 'T', 'D', 'C')],
  ['one that does not say what became of the statement', said('1', '2', 'n', 'Z')],
  ['a statement that was lost on the way in', said('1', 'n', 'I', 'N', 'Z')],
  ['one that goes on after its last word', Buffer.concat([said('C', 'Z'), Buffer.from('D')])],
])('%s is none', (_what, data) => {
  expect(isWhole(data)).toBe(false);
});
