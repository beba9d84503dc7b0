// The memory of a run that compares everything is bounded by portions, whatever a company has: counted here, measured
// by `npm run bench:memory`.

import { expect, test } from 'vitest';
import { linksADay, openCompany } from '../../bench/memory/company.ts';
import type { Archive } from '../../src/engine/archive.ts';
import { runSync } from '../../src/engine/run-sync.ts';
import { ordinaryRun } from '../../src/engine/workshop.ts';
import { MemoryArchive } from '../../src/store/memory/memory-archive.ts';

const days = 30;
const portion = 4_000;

test('a run that compares everything asks its archive for no more than a portion at a time', async () => {
  const company = openCompany(days);
  const archive = new MemoryArchive();
  await archive.commit({ putLinks: company.peopleLinks() });
  for (const day of company.days) {
    const { links, rows } = company.agreedOn(day);
    await archive.commit({ putLinks: links, putRows: rows });
  }
  const most = new Map<string, number>();
  let ids = 0;
  const report = await runSync(
    {
      hr: company.hr,
      time: company.time,
      archive: watched(archive, most),
      generation: null,
      settings: company.settings,
      now: Date.now,
      sleep: () => Promise.resolve(),
      newId: () => `id ${++ids}`,
      newPassword: () => '',
      concurrency: 1,
      detailDays: 396,
      tell: () => undefined,
      tidy: () => undefined,
    },
    { ...ordinaryRun, full: true },
  );
  if (report === 'busy') throw new Error('nobody else is at work');
  expect(report.parts.attendances).toMatchObject({
    created: 0,
    updated: 0,
    deleted: 0,
    unchanged: days * linksADay,
  });
  expect(days * linksADay).toBeGreaterThan(7 * portion);
  for (const [asked, count] of most)
    expect([asked, count <= portion ? portion : count]).toEqual([asked, portion]);
  expect(most.get('rows')).toBe(portion);
  expect(await archive.dirty('attendances')).toEqual([]);
});

/** What lists answered, at most. A day of everybody's dirty marks is no record of theirs: they are counted by two weeks. */
function watched(archive: MemoryArchive, most: Map<string, number>): Archive {
  const lists: readonly (string | symbol)[] = ['rows', 'links', 'findings', 'refusals', 'intents'];
  return new Proxy(archive, {
    get: (target, name) => {
      const own: unknown = Reflect.get(target, name, target);
      if (typeof own !== 'function') return own;
      const call = own.bind(target) as (...given: unknown[]) => Promise<readonly unknown[]>;
      if (!lists.includes(name)) return call;
      return async (...given: unknown[]) => {
        const answer = await call(...given);
        most.set(String(name), Math.max(most.get(String(name)) ?? 0, answer.length));
        return answer;
      };
    },
  });
}
