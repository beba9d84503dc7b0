// What vendors and precaution refuse while setting up: it is named, explained, and there is a way on.

import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { runStatusWords } from '../../web/src/words/common.ts';
import { refusalWords, wouldWords } from '../../web/src/words/runs.ts';
import { accountsWords } from '../../web/src/words/steps-accounts.ts';
import { credentialsWords } from '../../web/src/words/steps-credentials.ts';
import { exportsWords } from '../../web/src/words/steps-exports.ts';
import { testWords } from '../../web/src/words/steps-test.ts';
import { type Caller, openTestDesk, type TestDesk } from '../support/front-desk.ts';
import { openBrowser, visit } from './browser.ts';
import { walkThrough } from './guide.ts';
import { integrationWith, type OwnVendors, ownVendors } from './own-vendors.ts';

let stage: TestDesk;
let browser: Browser;
let hr: Caller;
beforeAll(async () => {
  [stage, browser] = await Promise.all([
    openTestDesk({ listen: true, allowPrivateHosts: true }),
    openBrowser(),
  ]);
  await stage.begin();
  hr = await stage.person({ operator: true });
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

let vendors: OwnVendors;
let page: Page;
afterEach(async () => {
  await page.context().close();
  await vendors.down();
});
const open = async (path: string) => {
  ({ page } = await visit(browser, stage.url, { token: hr.token }));
  await page.goto(path);
  return walkThrough(page, 'en');
};

test('a missing right and an unreadable attribute are named, and nothing is kept until they are there', async () => {
  let allow = (): void => undefined;
  vendors = await ownVendors(({ personio }) => {
    const [credential] = personio.credentials;
    if (credential === undefined) return;
    const { rights } = credential;
    credential.rights = { ...rights, attendances: 'read' };
    credential.readableAttributes = ['first_name', 'last_name', 'email', 'status', 'termination_date'];
    allow = () => {
      credential.rights = rights;
      credential.readableAttributes = 'all';
    };
  });
  const id = await integrationWith(hr, vendors, { withKeys: false });
  const walk = await open(`/integrations/${id}/set-up/credentials`);
  const { say, button, side } = walk;
  const { clientId, clientSecret } = vendors.keys.personio;
  await walk.fillKeys('personio', clientId, clientSecret);
  await button(credentialsWords.test, side('personio')).click();
  const refused = side('personio').getByRole('alert');
  await refused.getByText(say(credentialsWords.notKept)).waitFor();
  const lines = (await refused.getByRole('listitem').allTextContents()).join('\n');
  expect(lines).toMatch(new RegExp(`${say(credentialsWords.missing)}:.*Attendances: write`));
  expect(lines).toContain('The attribute “Date of employment” is not readable');
  expect(lines).not.toContain('The attribute “Surname” is not readable');
  expect((await hr.call('GET', `/integrations/${id}`)).body.credentials.personio).toBeNull();
  // What was typed stands there still: once the rights are given, it is tested again.
  allow();
  await walk.keepsKeys('personio');
});

test('a rehearsal with far too many new people stops, says why, and goes on once it is released', async () => {
  vendors = await ownVendors(({ personio }) => {
    const [somebody] = personio.employees;
    if (somebody === undefined) return;
    for (let n = 0; n < 40; n++)
      personio.employees.push({
        ...structuredClone(somebody),
        id: 9001 + n,
        first_name: `New ${n}`,
        last_name: `Colleague ${n}`,
        email: `new${n}@generated.example`,
        hire_date: '2024-01-01',
      });
  });
  const id = await integrationWith(hr, vendors, { withKeys: true });
  const walk = await open(`/integrations/${id}/set-up/test`);
  const { say, button } = walk;
  await walk.rehearses();
  const why = page.getByRole('note').filter({ hasText: say(refusalWords.title) });
  await why.waitFor();
  expect(await why.textContent()).toMatch(/4\d/);
  await page.getByText(say(runStatusWords.refused), { exact: true }).waitFor();
  await button(testWords.release).click();
  await button(testWords.release, page.getByRole('dialog')).click();
  const result = page.getByRole('heading', { name: new RegExp(`^${say(testWords.result, { when: '' })}`) });
  await expect
    .poll(async () => [await result.count(), await why.count()], { timeout: 45_000 })
    .toEqual([1, 0]);
  // While the new one is under way, the old one is still the newest that ended.
  const rehearsal = async () => (await hr.call('GET', `/integrations/${id}`)).body.lastRehearsal;
  await expect.poll(async () => (await rehearsal()).status, { timeout: 45_000 }).toMatch(/^done/);
  expect(await rehearsal()).toMatchObject({ mode: 'dry-run', writes: 0 });
  await page.getByText(say(wouldWords.create), { exact: true }).first().waitFor();
});

test('a vendor that is down is told, loses nothing that was typed, and setting up goes on when it is back', async () => {
  vendors = await ownVendors();
  const id = await integrationWith(hr, vendors, { withKeys: true });
  await vendors.down();
  const walk = await open(`/integrations/${id}/set-up/accounts`);
  const { say, button } = walk;
  const told = page.getByText(`TimeTac: ${say(accountsWords.unreachable)}`);
  await told.waitFor({ timeout: 45_000 });
  const name = page.getByRole('textbox', { name: say(accountsWords.name), exact: true });
  await name.fill('Typed while it was down');
  await walk.goTo('exports');
  const date = page.getByRole('textbox', { name: say(exportsWords.startAttendances), exact: true });
  await date.fill('17 Nov 2026');
  await date.press('Tab');
  const trouble = page.getByText(say(exportsWords.countTrouble), { exact: true });
  await trouble.first().waitFor({ timeout: 45_000 });

  await page.reload();
  await expect.poll(() => date.inputValue()).toBe('17 Nov 2026');
  await walk.goTo('accounts');
  expect(await name.inputValue()).toBe('Typed while it was down');
  await told.waitFor({ timeout: 45_000 });

  await vendors.up();
  await button(accountsWords.again).first().click();
  await walk.seesBothReached();
});
