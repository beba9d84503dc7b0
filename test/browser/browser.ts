// A real Chromium from npm: nothing has to be installed for it but Node.js. Elsewhere than on Linux x64 an installed
// Chrome is used.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';

/** Pictures of every page for looking at; not part of the repository. */
export const shotFolder = fileURLToPath(new URL('../../.shots/', import.meta.url));

export async function openBrowser(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return chromium.launch({ channel: 'chrome' });
  // Asked for a newer runtime it unpacks its own libraries too, and then needs nothing but glibc.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x';
  const { default: packed } = await import('@sparticuz/chromium');
  return chromium.launch({
    executablePath: await packed.executablePath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    headless: true,
  });
}

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the page complained about in its console, and calls of the API that answered 5xx. */
  readonly complaints: string[];
  /** `METHOD /path` of every call of the API that the page made. */
  readonly calls: Set<string>;
}

/** A browser of its own, signed in with this session's token or as nobody. */
export async function visit(
  browser: Browser,
  url: string,
  options: {
    readonly token?: string | null;
    readonly language?: 'en' | 'de';
    readonly width?: number;
    readonly dark?: boolean;
  } = {},
): Promise<Visit> {
  const { token = null, language = 'en', width = 1280, dark = false } = options;
  const context = await browser.newContext({
    baseURL: url,
    locale: language === 'de' ? 'de-DE' : 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  if (token !== null)
    await context.addCookies([
      { name: 'tandem-session', value: token, url, httpOnly: true, sameSite: 'Strict' },
    ]);
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  const calls = new Set<string>();
  page.on('console', (message) => {
    if (message.type() === 'error' && !expected.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/v1/')) calls.add(`${request.method()} ${pathname.slice('/api/v1'.length)}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`);
  });
  return { context, page, complaints, calls };
}

/** A refused call is an answer, and a mail's frame that lets no script of these tests in does as it should. */
const expected = /status of 4\d\d|^Blocked script execution in '[^']*\/mails\/[^']*' because .* is sandboxed/;

/** What axe finds wrong on the page as it stands, or only within some of its elements; empty: nothing. */
export async function axeFindings(page: Page, within?: string): Promise<string[]> {
  // The one frame there is lets no script in; so the result need not be put together in a page of its own.
  // What is right need not be told one by one, which takes long where a page is.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} (${nodes
        .map(({ target }) => target.join(' '))
        .slice(0, 3)
        .join('; ')})`,
  );
}

/** A picture of the whole page, under a name of its own, where they were asked for: `TANDEM_SHOTS=1 npm test`. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (process.env['TANDEM_SHOTS'] !== '1') return;
  mkdirSync(shotFolder, { recursive: true });
  const width = page.viewportSize()?.width ?? 0;
  await page.screenshot({ path: join(shotFolder, `${name}-${width}.png`), fullPage: true });
}

/** Whether the page can be scrolled sideways, which it never should. */
export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);

/** Calls that the API's own description does not know, of `METHOD /path`. */
export async function undescribed(url: string, calls: ReadonlySet<string>): Promise<string[]> {
  const answer = await fetch(`${url}/api/v1/openapi.json`);
  const { paths } = (await answer.json()) as { paths: Record<string, Record<string, unknown>> };
  const known = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(
      (method) =>
        new RegExp(
          `^${method.toUpperCase()} ${path.replaceAll(/\{[^}]+\}/g, '[^/]+').replaceAll('.', '\\.')}$`,
        ),
    ),
  );
  return [...calls].filter((call) => !known.some((one) => one.test(call)));
}

/** Waits as a person does: until nothing says any more that it is still being read (“Loading …”). */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  const busy = page.getByRole('status').filter({ hasText: '…' });
  while ((await busy.count()) > 0) await busy.first().waitFor({ state: 'hidden' });
}

export interface Weight {
  /** Of all scripts that the page loaded, as they came over the wire. */
  readonly scriptBytes: number;
  /** Milliseconds until something was to be seen. */
  readonly firstPaint: number | null;
}

/** Of the page as it was loaded last. */
export const weigh = (page: Page): Promise<Weight> =>
  page.evaluate(() => {
    const scripts = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(
      ({ name }) => name.endsWith('.js'),
    );
    return {
      scriptBytes: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
      firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null,
    };
  });
