// At the doors (src/connectors): what is repeated, what is understood, and where a list ends.

import { type Mutant, mutant } from './mutant.ts';

export const doorMutants: readonly Mutant[] = [
  mutant(
    'a write without an answer is repeated blindly',
    '4.5',
    'connectors/http',
    "return attempt.kind === 'not-sent' || intent === 'read' ? 'repeat' : 'give-up';",
    "return 'repeat';",
  ),
  mutant(
    'a write that met a server error is repeated',
    '4.5',
    'connectors/http',
    "return intent === 'read' ? 'repeat' : 'give-up';",
    "return 'repeat';",
  ),
  mutant(
    'a write that met a server error counts as not done',
    '4.5',
    'connectors/http',
    "attempt.status !== 408 ? 'no' : 'unknown';",
    "attempt.status !== 408 ? 'no' : 'no';",
  ),
  mutant(
    'a write without an answer counts as not done',
    '4.5',
    'connectors/http',
    "return attempt.kind === 'lost' ? 'unknown' : 'no';",
    "return 'no';",
  ),
  mutant(
    'a token is not renewed',
    '4.5',
    'connectors/http',
    "return mayRenewToken ? 'renew-token' : 'give-up';",
    "return 'give-up';",
  ),
  mutant(
    'an HTML page is taken for a success',
    '4.5',
    'connectors/personio',
    '(empty || isObject(body))',
    'true',
  ),
  mutant(
    'every page of TimeTac is the last one',
    '0.8',
    'connectors/timetac',
    'const last = rows === 0 || rows < Math.max(largestPage, largestBefore);',
    'const last = true;',
  ),
  mutant(
    "the employees' list is cut after its first page",
    '0.8',
    'connectors/personio',
    'const limit = 100;',
    'const limit = 2;',
    {
      find: 'if (isLast || page.rows.length === 0) {\n            return total === null || employees.size === total',
      replace: 'if (isLast || true) {\n            return true',
    },
  ),
  mutant(
    'a page of the ids asked for is cut',
    '0.6',
    'connectors/timetac',
    'if (rows.length === ids.length || page.length === 0)',
    'if (rows.length > 0 || page.length === 0)',
  ),
  mutant(
    'a next page that is the same page is followed for ever',
    '0.8',
    'connectors/personio',
    'if (seen.has(key))',
    'if (false)',
    { find: 'idlePages >= maxIdlePages', replace: 'false' },
  ),
  mutant('what the server lists as deleted is not read', '0.6', 'connectors/timetac', 'known.add(id);', ''),
  mutant(
    'the last day of an absence is read a day late',
    '4.3',
    'connectors/personio',
    "return type === 'SECOND_HALF' && dateOf(end) === dateOf(start) ? dateOf(end) : addDays(dateOf(end), -1);",
    'return dateOf(end);',
  ),
  mutant(
    'a project that is gone stays on the period',
    '3.6',
    'connectors/personio',
    'project: projectId === null ? null : { id: projectId }',
    '...(projectId === null ? {} : { project: { id: projectId } }),',
  ),
  mutant(
    'the words of a vendor are told with the secrets in them',
    '0.10',
    'connectors/http',
    'reason: cleanReason(detail.reason, secrets),',
    'reason: detail.reason ?? null,',
  ),
];
