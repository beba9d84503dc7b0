// Two people at the same step, and values that are wrong: nothing is overwritten, and nothing typed is lost.

import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { common } from '../../web/src/words/common.ts';
import { accountsWords } from '../../web/src/words/steps-accounts.ts';
import { doneWords } from '../../web/src/words/steps-done.ts';
import { exportsWords } from '../../web/src/words/steps-exports.ts';
import { fieldWords } from '../../web/src/words/steps-frame.ts';
import { type Caller, openTestDesk, type TestDesk } from '../support/front-desk.ts';
import { openBrowser, settled, visit } from './browser.ts';
import { type Language, walkThrough } from './guide.ts';
import { filledIn } from './ready.ts';

let stage: TestDesk;
let browser: Browser;
let operator: Caller;
beforeAll(async () => {
  [stage, browser] = await Promise.all([openTestDesk({ listen: true }), openBrowser()]);
  operator = await stage.person({ operator: true });
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

let id: string;
beforeEach(async () => {
  id = await filledIn(stage, operator, 'Before GmbH');
});
const formOf = async () => (await operator.call('GET', `/integrations/${id}`)).body.form;
const colleague = async (name: string, step: string, language: Language = 'en') => {
  const person = await stage.person({ operator: true });
  await person.call('PUT', '/me', { name, language });
  const { page } = await visit(browser, stage.url, { token: person.token, language });
  await page.goto(`/integrations/${id}/set-up/${step}`);
  await settled(page);
  return walkThrough(page, language);
};

/** What the field says below itself, as a screen reader reads it. */
const saidAt = (field: Locator): Promise<string> =>
  field.evaluate((input) =>
    (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((one) => document.getElementById(one)?.textContent ?? '')
      .join(' '),
  );

test.each([
  { choice: 'keepMine', stands: 'Bruno KG' },
  { choice: 'takeTheirs', stands: 'Ada AG' },
] as const)(
  'whoever comes second is told by whom and to what, and decides ($choice)',
  async ({ choice, stands }) => {
    const [ada, bruno] = [await colleague('Ada', 'accounts'), await colleague('Bruno', 'accounts')];
    const nameIn = ({ page, say }: typeof ada) =>
      page.getByRole('textbox', { name: say(accountsWords.name), exact: true });
    // Bruno types while Ada is faster: he has not left the field yet when she saves.
    await nameIn(bruno).fill('Bruno KG');
    await nameIn(ada).fill('Ada AG');
    await nameIn(ada).press('Tab');
    await expect.poll(async () => (await formOf()).name).toBe('Ada AG');
    await nameIn(bruno).press('Tab');

    const told = bruno.page.getByRole('alert').filter({ hasText: 'Ada' });
    await told.waitFor();
    const text = (await told.textContent()) ?? '';
    expect(text).toContain(bruno.say(fieldWords.conflictTheirs, { value: 'Ada AG' }));
    expect(text).toContain(bruno.say(fieldWords.conflictMine, { value: 'Bruno KG' }));
    expect((await formOf()).name).toBe('Ada AG');
    expect(await nameIn(bruno).inputValue()).toBe('Bruno KG');

    await bruno.button(fieldWords[choice], told).click();
    await told.waitFor({ state: 'detached' });
    await expect.poll(async () => (await formOf()).name).toBe(stands);
    expect(await nameIn(bruno).inputValue()).toBe(stands);
    // And she sees what became of it, without loading the page anew.
    await expect.poll(() => nameIn(ada).inputValue()).toBe(stands);
    await Promise.all([ada.page.context().close(), bruno.page.context().close()]);
  },
);

test.each([{ language: 'en' }, { language: 'de' }] as const)(
  'a wrong value stays as it was typed, with its sentence at the field ($language)',
  async ({ language }) => {
    const { page, say, goTo } = await colleague('Clara', 'done', language);
    const time = page.getByRole('textbox', { name: say(doneWords.fullCheck), exact: true });
    await time.fill('25:99');
    await time.press('Tab');
    await expect.poll(() => time.getAttribute('aria-invalid')).toBe('true');
    const { mistakes } = (await operator.call('GET', `/integrations/${id}`)).body as {
      mistakes: { path: string; message: { en: string; de: string } }[];
    };
    const mistake = mistakes.find(({ path }) => path === 'schedule.fullCheckAt');
    expect(mistake).toBeDefined();
    expect(await saidAt(time)).toContain(mistake?.message[language]);

    await goTo('exports');
    const date = page.getByRole('textbox', { name: say(exportsWords.startAbsences), exact: true });
    await date.fill('31.02.2026');
    await date.press('Tab');
    await expect.poll(() => saidAt(date)).toContain(say(common.dateWrong));

    await page.reload();
    await expect.poll(() => date.inputValue()).toBe('31.02.2026');
    expect(await saidAt(date)).toContain(say(common.dateWrong));
    await goTo('done');
    expect(await time.inputValue()).toBe('25:99');
    expect(await saidAt(time)).toContain(mistake?.message[language]);
    await page.context().close();
  },
);
