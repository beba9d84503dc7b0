// The table of evidence (OWASP ASVS 5.0, levels 1 and 2) names only what there is, and says what is missing.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const [head, ...rows] = readFileSync(join(root, 'docs/asvs.csv'), 'utf8').trim().split(/\r?\n/);
/** No cell has a line break; only the remark, the last one, may hold a comma or a quote. */
const cells = rows.map((row) => {
  const [id = '', level = '', applies = '', met = '', evidence = '', ...remark] = row.split(',');
  return { id, level, applies, met, evidence, remark: remark.join(',') };
});

test('every requirement of both levels once, judged in words that are agreed', () => {
  expect(head).toBe('id,level,applies,met,evidence,remark');
  expect(cells).toHaveLength(253);
  expect(new Set(cells.map(({ id }) => id)).size).toBe(253);
  const odd = cells.filter(
    ({ id, level, applies, met }) =>
      !/^V\d+\.\d+\.\d+$/.test(id) ||
      !['1', '2'].includes(level) ||
      !(applies === 'no' ? met === '' : ['yes', 'partly', 'no', 'operator'].includes(met)),
  );
  expect(odd).toEqual([]);
});

test('what is met has evidence that is there, and what is not says why', () => {
  const nowhere = cells.flatMap(({ id, evidence }) =>
    evidence
      .split(' ')
      .filter((path) => path !== '' && !existsSync(join(root, path.replace(/#.*/, ''))))
      .map((path) => `${id} ${path}`),
  );
  expect(nowhere).toEqual([]);
  expect(cells.filter(({ met, evidence }) => met === 'yes' && evidence === '')).toEqual([]);
  expect(cells.filter(({ met, remark }) => met !== 'yes' && remark === '')).toEqual([]);
});
