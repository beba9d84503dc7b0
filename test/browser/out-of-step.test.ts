// What is slow, wrong or out of date on pages after set-up, in the demo company after two runs: nothing is taken for an
// answer that is none, and what is chosen can be seen.

import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { noteOf } from '../../src/service/setup/change.ts';
import { auditWords } from '../../web/src/words/audit.ts';
import { titleOf } from '../../web/src/words/codes.ts';
import { common, roleWords } from '../../web/src/words/common.ts';
import { explainWords } from '../../web/src/words/explain.ts';
import { formatsIn } from '../../web/src/words/format.ts';
import { monthTableWords, monthWords } from '../../web/src/words/month.ts';
import { peopleWords } from '../../web/src/words/people.ts';
import {
  actionWords,
  comparisonWords,
  didWords,
  kindOfTimeWords,
  runPageWords,
} from '../../web/src/words/runs.ts';
import { type DemoDesk, openDemoDesk } from '../support/demo-desk.ts';
import { openBrowser, settled, type Visit, visit } from './browser.ts';
import { type Walk, walkThrough } from './guide.ts';
import { monthCompared } from './ready.ts';

let demo: DemoDesk;
let browser: Browser;
let token: string | null;
beforeAll(async () => {
  [demo, browser] = await Promise.all([openDemoDesk({ conflicts: true, listen: true }), openBrowser()]);
  const { call, ...reader } = await demo.stage.person({ operator: true });
  ({ token } = reader);
  await call('PUT', '/me', { name: 'Lena Leserin', language: 'de' });
});
afterAll(async () => {
  await browser.close();
  await demo.stage.close();
});

const format = formatsIn('de');
let visited: Visit;
let page: Page;
let walk: Walk;
let say: Walk['say'];
beforeEach(async () => {
  visited = await visit(browser, demo.stage.url, { token, language: 'de' });
  ({ page } = visited);
  walk = walkThrough(page, 'de');
  ({ say } = walk);
});
afterEach(async () => {
  expect(visited.complaints).toEqual([]);
  await visited.context.close();
});

const open = async (path: string) => {
  await page.goto(`${demo.at}${path}`);
  await settled(page);
};
const read = async (path: string) => (await demo.operator.call('GET', `${demo.at}${path}`)).body;
/** The oldest run, which wrote everything, and the newest. */
const runs = async () => {
  const ids = (await read('/runs')).runs.map(({ id }: { id: string }) => id);
  return { first: String(ids.at(-1)), last: String(ids[0]) };
};
/** Something that comes when it is told to. */
const late = () => {
  let come = (): void => undefined;
  const coming = new Promise<void>((resolve) => {
    come = resolve;
  });
  return { come: () => come(), coming };
};
const filterField = () => page.getByRole('textbox', { name: say(common.filter), exact: true });
const shown = () => page.getByRole('status').filter({ hasText: /^\d[\d.]* von \d[\d.]* Zeilen$/ });

test('a day that is none stays as it was typed, with a sentence, and the day that is explained stays another', async () => {
  await open('/explain?date=2026-03-02');
  const day = page.getByRole('textbox', { name: say(explainWords.day), exact: true });
  await day.fill('31.02.2026');
  await day.press('Enter');
  await page.getByText(say(common.dateWrong), { exact: true }).waitFor();
  expect(await day.inputValue()).toBe('31.02.2026');
  await walk.button(explainWords.after).click();
  await expect.poll(() => day.inputValue()).toBe(format.date('2026-03-03'));
  expect(await page.getByText(say(common.dateWrong), { exact: true }).count()).toBe(0);
});

test('a name that is typed before the list has come is looked up in it once it has', async () => {
  const { employees } = await read('/employees');
  const { name, personioId } = employees[3];
  const list = late();
  await page.route('**/employees', async (route) => {
    await list.coming;
    await route.continue();
  });
  await page.goto(`${demo.at}/explain`);
  const who = page.getByRole('combobox', { name: say(explainWords.who), exact: true });
  await who.fill(name);
  await who.press('Enter');
  expect(await page.getByText(say(explainWords.nobody), { exact: true }).count()).toBe(0);
  list.come();
  await page.waitForURL((url) => url.searchParams.get('employee')?.replaceAll('"', '') === personioId);
});

test('a filter stays in sight as long as it hides something', async () => {
  const { first } = await runs();
  await open(`/runs/${first}`);
  await walk.button(comparisonWords.read).click();
  const only = page.getByRole('checkbox', { name: say(comparisonWords.onlyDifferences), exact: true });
  await only.waitFor();
  const filter = filterField().last();
  await filter.fill('zzz');
  await only.check();
  const { rows, differences } = await read(`/runs/${first}/comparison`);
  expect([rows.length > 10, differences > 10]).toEqual([true, false]);
  await page.getByText(say(common.noRowFits), { exact: true }).waitFor();
  expect(await filterField().count()).toBe(2);
  await filter.fill('');
  await expect.poll(() => page.getByText(say(common.noRowFits), { exact: true }).count()).toBe(0);
});

test('the actions of a run are found by what stands there', async () => {
  const { first } = await runs();
  await open(`/runs/${first}`);
  const kind = page.getByRole('combobox', { name: say(actionWords.filterKind), exact: true });
  await kind.selectOption('create');
  const cell = page.getByRole('cell', { name: new RegExp(`^${say(kindOfTimeWords.work)} \\d`) });
  // Those that add something come after the accounts.
  await page
    .getByRole('combobox', { name: say(actionWords.filterPart), exact: true })
    .selectOption('attendances');
  await cell.first().waitFor();
  await filterField().fill(say(kindOfTimeWords.work));
  await expect.poll(() => shown().first().textContent()).not.toMatch(/^0 /);
  expect(await page.getByText(say(common.noRowFits), { exact: true }).count()).toBe(0);
});

test('what was chosen for one run does not hide the actions of another', async () => {
  const { first, last } = await runs();
  const kind = page.getByRole('combobox', { name: say(actionWords.filterKind), exact: true });
  const go = async (id: string) => {
    await page
      .getByRole('link')
      .and(page.locator(`[href$="/runs/${id}"]`))
      .first()
      .click();
    await kind.waitFor();
  };
  await open('/runs');
  await go(first);
  await page.getByRole('link', { name: say(runPageWords.back), exact: true }).click();
  await go(last);
  await kind.selectOption('hold');
  // Straight from one to the other, as with a long press on “back”.
  await page.evaluate('history.go(-2)');
  await page.waitForURL(`**/runs/${first}`);
  await expect.poll(() => kind.inputValue()).toBe('all');
  await page.getByText(say(didWords.create), { exact: true }).first().waitFor();
});

test('an older answer that comes late does not take back that a month is being compared', async () => {
  const month = '2026-01';
  const old = late();
  const asked = late();
  let running: object | null = null;
  const told = late();
  let reads = 0;
  await page.route(`**/months/${month}`, async (route: Route) => {
    if (route.request().method() === 'POST') {
      const begun = { state: 'running', startedAt: new Date().toISOString(), askedBy: 'Lena' };
      running = { ...(await read(`/months/${month}`)), ...begun };
      return route.fulfill({ json: running });
    }
    reads += 1;
    if (running !== null) return route.fulfill({ json: running });
    const response = await route.fetch();
    if (reads === 1) return route.fulfill({ response });
    asked.come();
    await old.coming;
    // Where nobody waits for it any more, it cannot be told.
    await route.fulfill({ response }).catch(() => undefined);
    return told.come();
  });
  await open(`/month?month=${month}`);
  demo.stage.desk.news.tell(demo.at.split('/').at(-1) ?? '', { kind: 'changed' });
  await asked.coming;
  await walk.button(monthWords.compare).click();
  const begun = page.getByText(/^Januar 2026 wird auf beiden Seiten gelesen/);
  await begun.waitFor();
  old.come();
  await told.coming;
  await page.evaluate('new Promise((seen) => setTimeout(seen, 300))');
  expect(await begun.count()).toBe(1);
});

test('what waits in a month leads to where it is told', async () => {
  const month = new Date(demo.stage.desk.now()).toISOString().slice(0, 7);
  await monthCompared(demo.operator, demo.at.split('/').at(-1) ?? '', month);
  const { rows } = await read(`/months/${month}`);
  const { holds } = await read('/issues');
  const waiting = new Set(holds.map(({ code }: { code: string }) => code));
  const codes: string[] = rows.flatMap(({ open: all }: { open: string[] }) => all);
  const code = codes.find((one) => waiting.has(one)) ?? 'none waits';
  await open(`/month?month=${month}`);
  // What waits makes no difference yet.
  await page.getByLabel(say(monthTableWords.onlyDiffering), { exact: true }).press('Space');
  await page
    .getByRole('link', { name: say(titleOf(code)), exact: true })
    .first()
    .click();
  const place = page.locator(`[id="${code}"]`);
  await place.waitFor();
  await expect.poll(() => place.evaluate((one) => one === document.activeElement)).toBe(true);
});

test('that older entries of the audit log do not come is told where they were asked for', async () => {
  const setupId = demo.at.split('/').at(-1) ?? '';
  for (let n = 0; n < 60; n += 1)
    await demo.stage.desk.office.commit({
      note: noteOf(demo.stage.desk, { name: 'Ada' }, setupId, 'mail.tested', {}),
    });
  const both = (text: string) => ({ en: text, de: text });
  const refused = { code: 'too-many', message: both('Zu viele Anfragen.'), hint: null, fields: [] };
  let refuse = true;
  await page.route('**/audit?before=*', (route) =>
    refuse ? route.fulfill({ status: 429, json: refused }) : route.continue(),
  );
  await open('/audit');
  await walk.button(auditWords.older).click();
  const alert = page.getByRole('alert').filter({ hasText: 'Zu viele Anfragen.' });
  await alert.waitFor();
  const height = page.viewportSize()?.height ?? 0;
  const { y = -1 } = (await alert.boundingBox()) ?? {};
  expect([y >= 0, y < height]).toEqual([true, true]);
  refuse = false;
  await walk.button(common.retry, alert).click();
  await expect.poll(() => page.getByRole('row').count()).toBeGreaterThan(60);
  expect(await alert.count()).toBe(0);
});

test('what became of the last change goes with the next one', async () => {
  const setupId = demo.at.split('/').at(-1) ?? '';
  const [gone, stays] = [
    await demo.stage.person({ member: { setupId, role: 'viewer' } }),
    await demo.stage.person({ member: { setupId, role: 'viewer' } }),
  ];
  await open('/people');
  const row = ({ person }: typeof gone) => page.getByRole('row', { name: person.email });
  const saved = say(peopleWords.roleSaved, { name: stays.person.name, role: say(roleWords.admin) });
  const removes = async (who: typeof gone) => {
    await row(who).getByRole('button').click();
    await walk.button(common.remove, page.getByRole('dialog')).click();
  };
  await row(stays).waitFor();
  await demo.operator.call('DELETE', `${demo.at}/people/${gone.person.id}`);
  await removes(gone);
  await page.getByRole('alert').waitFor();
  await row(stays).getByRole('combobox').selectOption('admin');
  await page.getByText(saved, { exact: true }).waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);

  await demo.operator.call('DELETE', `${demo.at}/people/${stays.person.id}`);
  await removes(stays);
  await page.getByRole('alert').waitFor();
  expect(await page.getByText(saved, { exact: true }).count()).toBe(0);
});
