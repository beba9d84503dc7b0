// Every page, before and after signing in: nothing for axe to find, no sideways scroll, no complaint in the console, a
// title, one h1, the right language, and not too heavy. What can only be judged by looking is in the pictures.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stepName } from '../../src/api/contract/integrations.ts';
import { addDays, dateIn } from '../../src/core/time/calendar.ts';
import { postOf } from '../../src/service/mails/desk-post.ts';
import { sendDueMails } from '../../src/service/mails/post.ts';
import { stepTitleWords } from '../../web/src/words/integration.ts';
import { personalWords } from '../../web/src/words/personal.ts';
import { undoWords } from '../../web/src/words/runs.ts';
import { sayIn } from '../../web/src/words/say.ts';
import { settingsWords } from '../../web/src/words/settings.ts';
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
import { type Walk, walkThrough } from './guide.ts';
import { filledIn, monthCompared, runOf, sandboxFor } from './ready.ts';

let stage: TestDesk;
let browser: Browser;
let operator: Caller;
let beginner: string;
/** Whose personal data are looked at: the id in Personio. */
let somebody: string;
/** Paths by what the page is, for who is signed in and for who is not. */
const inside: Record<string, string> = {};
const outside: Record<string, string> = {};
beforeAll(async () => {
  [stage, browser] = await Promise.all([openTestDesk({ listen: true }), openBrowser()]);
  await stage.begin();
  operator = await stage.person({ operator: true });
  beginner = await sandboxFor(operator, 'Beginner AG');
  const today = dateIn(Date.now(), 'Europe/Berlin');
  // The first days are closed: so payroll has something to book.
  const id = await filledIn(stage, operator, 'Muster GmbH', { lockedUntil: addDays(today, -13) });
  const rehearsal = await runOf(operator, id, () =>
    operator.call('POST', `/integrations/${id}/runs`, { mode: 'dry-run', full: true }),
  );
  const run = await runOf(operator, id, () =>
    operator.call('PUT', `/integrations/${id}/switch`, { on: true }),
  );
  await sendDueMails(await postOf(stage.desk));
  await monthCompared(operator, id, today.slice(0, 7));
  const { mails } = (await operator.call('GET', `/integrations/${id}/mails`)).body;
  const { issues } = (await operator.call('GET', `/integrations/${id}/issues`)).body as {
    issues: { employee: { personioId: string } | null; date: string | null }[];
  };
  const told = issues.find(({ employee, date }) => employee !== null && date !== null);
  const { employees } = (await operator.call('GET', `/integrations/${id}/employees`)).body;
  somebody = employees[0].personioId;
  const link = async (path: string, body: object): Promise<string> => {
    const { pathname, hash } = new URL((await operator.call('POST', path, body)).body.link);
    return pathname + hash;
  };
  Object.assign(inside, {
    list: '/',
    account: '/account',
    installation: '/people',
    overview: `/integrations/${id}`,
    'beginner-overview': `/integrations/${beginner}`,
    ...Object.fromEntries(
      stepName.options.flatMap((step) => [
        [`step-${step}`, `/integrations/${id}/set-up/${step}`],
        [`beginner-${step}`, `/integrations/${beginner}/set-up/${step}`],
      ]),
    ),
    runs: `/integrations/${id}/runs`,
    'beginner-runs': `/integrations/${beginner}/runs`,
    run: `/integrations/${id}/runs/${run}`,
    'beginner-rehearsal': `/integrations/${id}/runs/${rehearsal}`,
    issues: `/integrations/${id}/issues`,
    explain: `/integrations/${id}/explain`,
    explained: `/integrations/${id}/explain?employee=${told?.employee?.personioId}&date=${told?.date}`,
    month: `/integrations/${id}/month?month=${today.slice(0, 7)}`,
    'beginner-month': `/integrations/${beginner}/month`,
    payroll: `/integrations/${id}/payroll`,
    'beginner-payroll': `/integrations/${beginner}/payroll`,
    mails: `/integrations/${id}/mails`,
    'beginner-mails': `/integrations/${beginner}/mails`,
    mail: `/integrations/${id}/mails/${mails[0].id}`,
    settings: `/integrations/${id}/settings`,
    personal: `/integrations/${id}/personal-data`,
    'beginner-personal': `/integrations/${beginner}/personal-data`,
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
    guide: '/help/overlaps-foreign',
    'no-guide': '/help/no-such-code',
  });
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

const MOST_SCRIPT = 250_000;

/** What stands on a page only after somebody has pressed a button, by the page; returns where. */
const pressed: Record<string, (walk: Walk) => Promise<string>> = {
  run: async ({ page, say, button }) => {
    await button(undoWords.preview).click();
    await page.getByText(say(undoWords.consequence)).waitFor();
    await button(undoWords.confirm).hover();
    return '[role="status"]';
  },
  personal: async ({ page, say, button }) => {
    await page.getByRole('combobox', { name: say(personalWords.who), exact: true }).fill(somebody);
    await button(personalWords.show).click();
    await button(personalWords.erase).click();
    const dialog = page.getByRole('dialog');
    // So that the mistake is seen as well, and the button under the pointer.
    await button(personalWords.eraseDo, dialog).click();
    await dialog.getByText(say(personalWords.eraseWrong)).waitFor();
    return 'dialog';
  },
  settings: async ({ page, say, button }) => {
    await button(settingsWords.purge).click();
    const dialog = page.getByRole('dialog');
    await button(settingsWords.purgeDo, dialog).click();
    await dialog.getByText(say(settingsWords.purgeWrong)).waitFor();
    return 'dialog';
  },
};

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
        // Empty pages look alike on both; what is filled in is what may not fit.
        if (look.width > 400 && name.startsWith('beginner-')) continue;
        await page.goto(path);
        await settled(page);
        const wrong = await wrongWith(page, look.language);
        const picture = `${name}-${look.dark ? 'dark' : 'light'}-${look.language}`;
        await shoot(page, picture);
        const within = await pressed[name]?.(walkThrough(page, look.language));
        if (within !== undefined) {
          wrong.push(...(await axeFindings(page, within)).map((one) => `once pressed, ${one}`));
          await shoot(page, `${picture}-pressed`);
        }
        wrong.push(...complaints.splice(0));
        if (wrong.length > 0) found[name] = wrong;
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
  const { scriptBytes } = await weigh(page);
  const wrong = await axeFindings(page);
  // From the browser's own store too, a script weighs what it did over the wire.
  if (scriptBytes < 10_000 || scriptBytes > MOST_SCRIPT) wrong.push(`${scriptBytes} bytes of script`);
  if (await scrollsSideways(page)) wrong.push('scrolls sideways');
  if (!/\S · Tandem$/.test(await page.title())) wrong.push(`title: ${await page.title()}`);
  const headings = await page.getByRole('heading', { level: 1 }).count();
  if (headings !== 1) wrong.push(`${headings} headings of level 1`);
  const lang = await page.evaluate(() => document.documentElement.lang);
  if (lang !== language) wrong.push(`lang="${lang}"`);
  return wrong;
}

test('a browser that has never been here loads no more than 250 KB of script', async () => {
  const weights: Record<string, { readonly kilobytes: number; readonly 'first paint, ms': number | null }> =
    {};
  const paths = { 'sign-in': '/sign-in', overview: inside['overview'], settings: inside['settings'] };
  for (const [name, path = '/'] of Object.entries(paths)) {
    const token = name === 'sign-in' ? null : operator.token;
    const { page, context } = await visit(browser, stage.url, { token });
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
