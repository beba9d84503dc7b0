// Every page, before and after signing in: nothing for axe to find, no sideways scroll, no complaint in the console, a
// title, one h1, the right language, and not too heavy. What can only be judged by looking is in the pictures.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stepName } from '../../src/api/contract/integrations.ts';
import { stepTitleWords } from '../../web/src/words/integration.ts';
import { sayIn } from '../../web/src/words/say.ts';
import { shellWords } from '../../web/src/words/shell.ts';
import { accountsWords } from '../../web/src/words/steps-accounts.ts';
import { stepHeadings, stepsWords } from '../../web/src/words/steps-frame.ts';
import { type Caller, openTestDesk, type TestDesk } from '../support/front-desk.ts';
import {
  axeFindings,
  openBrowser,
  scrollsSideways,
  settled,
  shoot,
  undescribed,
  visit,
  weigh,
} from './browser.ts';
import { filledIn, runOf, sandboxFor } from './ready.ts';

let stage: TestDesk;
let browser: Browser;
let operator: Caller;
let beginner: string;
/** Paths by what the page is, for who is signed in and for who is not. */
const inside: Record<string, string> = {};
const outside: Record<string, string> = {};
beforeAll(async () => {
  [stage, browser] = await Promise.all([openTestDesk({ listen: true }), openBrowser()]);
  await stage.begin();
  operator = await stage.person({ operator: true });
  beginner = await sandboxFor(operator, 'Beginner AG');
  const id = await filledIn(stage, operator);
  const rehearsal = await runOf(operator, id, () =>
    operator.call('POST', `/integrations/${id}/runs`, { mode: 'dry-run', full: true }),
  );
  const run = await runOf(operator, id, () =>
    operator.call('PUT', `/integrations/${id}/switch`, { on: true }),
  );
  const link = async (path: string, body: object): Promise<string> => {
    const { pathname, hash } = new URL((await operator.call('POST', path, body)).body.link);
    return pathname + hash;
  };
  Object.assign(inside, {
    list: '/',
    account: '/account',
    installation: '/people',
    overview: `/integrations/${id}`,
    'overview-beginner': `/integrations/${beginner}`,
    ...Object.fromEntries(
      stepName.options.flatMap((step) => [
        [`step-${step}`, `/integrations/${id}/set-up/${step}`],
        [`beginner-${step}`, `/integrations/${beginner}/set-up/${step}`],
      ]),
    ),
    runs: `/integrations/${id}/runs`,
    'no-runs': `/integrations/${beginner}/runs`,
    run: `/integrations/${id}/runs/${run}`,
    rehearsal: `/integrations/${id}/runs/${rehearsal}`,
    issues: `/integrations/${id}/issues`,
    members: `/integrations/${id}/people`,
    audit: `/integrations/${id}/audit`,
    lost: '/no-such-page',
  });
  Object.assign(outside, {
    'sign-in': '/sign-in',
    first: '/first',
    invitation: await link(`/integrations/${id}/invitations`, {
      email: 'new@muster.example',
      role: 'viewer',
      language: 'de',
    }),
    'worthless-invitation': '/invitation#worthless',
    deposit: await link(`/integrations/${beginner}/deposit-links`, { side: 'personio', language: 'de' }),
    'worthless-deposit': '/deposit#worthless',
  });
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

const MOST_SCRIPT = 250_000;

describe.each([
  { language: 'en', dark: false, width: 1280 },
  { language: 'de', dark: true, width: 390 },
] as const)('in $language, $width pixels wide, dark: $dark', (look) => {
  const who = async (signedIn: boolean) => {
    const reader = signedIn ? await stage.person({ operator: true }) : null;
    await reader?.call('PUT', '/me', { name: 'Lena Leserin', language: look.language });
    return visit(browser, stage.url, { ...look, token: reader?.token ?? null });
  };

  test.each([{ signedIn: true }, { signedIn: false }])(
    'every page is fit to be read (signed in: $signedIn)',
    async ({ signedIn }) => {
      const { page, context, complaints, calls } = await who(signedIn);
      const found: Record<string, unknown> = {};
      for (const [name, path] of Object.entries(signedIn ? inside : outside)) {
        // Empty steps look alike on both; what is filled in is what may not fit.
        if (look.width > 400 && name.startsWith('beginner-')) continue;
        await page.goto(path);
        await settled(page);
        const wrong = [...(await wrongWith(page, look.language)), ...complaints.splice(0)];
        if (wrong.length > 0) found[name] = wrong;
        await shoot(page, `${name}-${look.dark ? 'dark' : 'light'}-${look.language}`);
        // Away first: to the same page with another token behind the # would be no new visit.
        if (path.includes('#')) await page.goto('about:blank');
      }
      expect(found).toEqual({});
      expect(await undescribed(stage.url, calls)).toEqual([]);
      await context.close();
    },
  );
});

async function wrongWith(page: Page, language: string): Promise<string[]> {
  const wrong = await axeFindings(page);
  if (await scrollsSideways(page)) wrong.push('scrolls sideways');
  if (!/\S · Tandem$/.test(await page.title())) wrong.push(`title: ${await page.title()}`);
  const headings = await page.getByRole('heading', { level: 1 }).count();
  if (headings !== 1) wrong.push(`${headings} headings of level 1`);
  const lang = await page.evaluate(() => document.documentElement.lang);
  if (lang !== language) wrong.push(`lang="${lang}"`);
  return wrong;
}

test('no page loads more than 250 KB of script', async () => {
  const weights: Record<string, { readonly kilobytes: number; readonly 'first paint, ms': number | null }> =
    {};
  for (const [name, path] of Object.entries({ 'sign-in': '/sign-in', ...inside })) {
    const isMeasured = name === 'sign-in' || name === 'overview' || /^(step-|run$|issues)/.test(name);
    if (!isMeasured) continue;
    // A browser that has never been here before.
    const { page, context } = await visit(browser, stage.url, {
      token: name === 'sign-in' ? null : operator.token,
    });
    await page.goto(path);
    await settled(page);
    const { scriptBytes, firstPaint } = await weigh(page);
    weights[name] = {
      kilobytes: Math.round(scriptBytes / 100) / 10,
      'first paint, ms': firstPaint === null ? null : Math.round(firstPaint),
    };
    expect(scriptBytes, name).toBeGreaterThan(10_000);
    expect(scriptBytes, name).toBeLessThan(MOST_SCRIPT);
    await context.close();
  }
  console.table(weights);
});

const say = (words: { en: string; de: string }, values = {}) => sayIn('en', words, values);

test('the skip link leads past the header', async () => {
  const { page, context } = await visit(browser, stage.url, { token: operator.token });
  await page.goto('/');
  await settled(page);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('button', { name: say(shellWords.skip), exact: true });
  expect(await isFocused(skip)).toBe(true);
  await page.keyboard.press('Enter');
  expect(await isFocused(page.getByRole('main'))).toBe(true);
  await page.keyboard.press('Tab');
  expect(await page.getByRole('main').evaluate((main) => main.contains(document.activeElement))).toBe(true);
  await context.close();
});

test('step 1 is filled in and left by keyboard alone', async () => {
  const { page, context } = await visit(browser, stage.url, { token: operator.token });
  await page.goto(inside['beginner-accounts'] ?? '');
  await settled(page);
  const name = page.getByRole('textbox', { name: say(accountsWords.name), exact: true });
  await tabTo(page, name);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Keyboard KG');
  const next = page.getByRole('link', {
    name: say(stepsWords.nextTo, { step: say(stepTitleWords.credentials) }),
  });
  await tabTo(page, next);
  await page.keyboard.press('Enter');
  const heading = page.getByRole('heading', { level: 1, name: say(stepHeadings.credentials), exact: true });
  await heading.waitFor();
  await expect.poll(() => isFocused(heading)).toBe(true);
  expect((await operator.call('GET', `/integrations/${beginner}`)).body.form.name).toBe('Keyboard KG');
  await context.close();
});

const isFocused = (element: ReturnType<Page['getByRole']>): Promise<boolean> =>
  element.evaluate((one) => one === document.activeElement);

const MANY = 60;

async function tabTo(page: Page, element: ReturnType<Page['getByRole']>): Promise<void> {
  for (let pressed = 0; pressed < MANY; pressed++) {
    if (await isFocused(element)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached with ${MANY} presses of the Tab key`);
}
