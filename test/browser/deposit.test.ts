// Keys are with a colleague who has no account: a link made in step 2, opened elsewhere, used once.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { depositWords } from '../../web/src/words/deposit.ts';
import { sayIn } from '../../web/src/words/say.ts';
import { credentialsWords, depositWords as linkWords } from '../../web/src/words/steps-credentials.ts';
import { openTestDesk, type TestDesk } from '../support/front-desk.ts';
import { openBrowser, visit } from './browser.ts';
import { walkThrough } from './guide.ts';
import { sandboxFor } from './ready.ts';

let stage: TestDesk;
let browser: Browser;
beforeAll(async () => {
  [stage, browser] = await Promise.all([openTestDesk({ listen: true }), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

test('a colleague without an account hands the keys over by a link that works once', async () => {
  const hr = await stage.person({ operator: true });
  const id = await sandboxFor(hr, 'Muster GmbH');
  const { page, context } = await visit(browser, stage.url, { token: hr.token });
  const { side, button, say } = walkThrough(page, 'en');
  await page.goto(`/integrations/${id}/set-up/credentials`);
  const personio = side('personio');
  await personio.getByText(say(linkWords.title, { side: 'Personio' })).click();
  await button(linkWords.create, personio).click();
  const made = personio.getByRole('status').filter({ hasText: '/deposit#' });
  await made.waitFor();
  const [link = ''] = /http\S+?\/deposit#[\w-]{43}/.exec((await made.textContent()) ?? '') ?? [];

  const colleague = await visit(browser, stage.url, { language: 'de' });
  const sagt = (words: { en: string; de: string }, values = {}) => sayIn('de', words, values);
  const elsewhere = colleague.page;
  await elsewhere.goto(link);
  await elsewhere
    .getByText(sagt(depositWords.about, { by: hr.person.name, side: 'Personio', integration: 'Muster GmbH' }))
    .waitFor();
  const { sandbox } = (await hr.call('GET', `/integrations/${id}`)).body;
  await elsewhere
    .getByRole('textbox', { name: sagt(depositWords.clientId), exact: true })
    .fill(sandbox.personio.clientId);
  await elsewhere
    .getByLabel(new RegExp(`^${sagt(depositWords.clientSecret)}`))
    .fill(sandbox.personio.clientSecret);
  const sent: string[] = [];
  elsewhere.on('request', (request) => sent.push(request.postData() ?? ''));
  await elsewhere.getByRole('button', { name: sagt(depositWords.submit), exact: true }).click();
  await elsewhere.getByRole('heading', { name: sagt(depositWords.works), exact: true }).waitFor();
  // What left the browser was encrypted already.
  expect(sent.join()).toContain('"sealed"');
  expect(sent.join()).not.toContain(sandbox.personio.clientSecret);
  expect(sent.join()).not.toContain(sandbox.personio.clientId);

  // Whoever made the link sees it by themselves, without loading the page anew.
  await personio.getByText(say(credentialsWords.works), { exact: true }).waitFor();
  expect((await hr.call('GET', `/integrations/${id}`)).body.credentials.personio.works).toBe(true);

  await elsewhere.goto('about:blank');
  await elsewhere.goto(link);
  const worthless = elsewhere.getByRole('alert');
  await worthless.waitFor();
  expect(await worthless.textContent()).toMatch(/verwendet|verbraucht|nicht mehr|gilt nicht/);
  expect(await elsewhere.getByRole('textbox').count()).toBe(0);
  expect([...colleague.complaints]).toEqual([]);
  await Promise.all([context.close(), colleague.context.close()]);
});
