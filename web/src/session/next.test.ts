import { expect, test } from 'vitest';
import { isOwnPath, nextIn } from './next.ts';

test.each(['/integrations/a?x=1', '/'])('%s is an address of this page', (path) => {
  expect(isOwnPath(path)).toBe(true);
});

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/sign-in?next=/', '', 7])(
  '%s leads nowhere',
  (path) => {
    expect(nextIn({ next: path })).toEqual({});
  },
);
