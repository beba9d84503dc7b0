import { expect, test } from 'vitest';
import { complaintsOnce } from './complaints.ts';

test('the same complaint is told once a minute, whichever slot has it, and another one at once', () => {
  const heard: string[] = [];
  let now = 0;
  const complain = complaintsOnce(
    ({ message }) => heard.push(message),
    () => now,
  );
  const refused = 'connect ECONNREFUSED 127.0.0.1:5432';
  for (const slot of ['1', '2']) complain(new Error(`${refused} (Queue: run-integration, Worker: ${slot})`));
  complain(new Error('the database system is starting up'));
  now += 59_999;
  complain(new Error(refused));
  expect(heard).toEqual([
    `${refused} (Queue: run-integration, Worker: 1)`,
    'the database system is starting up',
  ]);
  now += 1;
  complain(new Error(refused));
  expect(heard.at(-1)).toBe(refused);
});
