import { expect, test } from 'vitest';
import type { CheckLine } from '../../api/types.ts';
import { attributeState } from './last-check.ts';

const line = (kind: CheckLine['class'], about: string): CheckLine => ({
  class: kind,
  side: 'personio',
  about,
  message: { en: '', de: '' },
  action: null,
});

test('an attribute is readable where employees were read and nothing is said against it', () => {
  const lines = [line('ok', 'employees'), line('optional', 'date_of_birth')];
  expect(attributeState(lines, 'email')).toBe('readable');
  expect(attributeState(lines, 'date_of_birth')).toBe('unreadable');
});

test('where employees could not be read, nothing is known of their attributes', () => {
  expect(attributeState([line('access', 'employees')], 'email')).toBe('unknown');
  expect(attributeState(null, 'email')).toBe('unknown');
});
