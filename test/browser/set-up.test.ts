// The whole way through the eight steps with the demo company, as somebody from HR walks it.

import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { addDays, dateIn } from '../../src/core/time/calendar.ts';
import { overviewWords, standingWords } from '../../web/src/words/integration.ts';
import { listWords } from '../../web/src/words/list.ts';
import { comparisonWords } from '../../web/src/words/runs.ts';
import { credentialsWords } from '../../web/src/words/steps-credentials.ts';
import { doneWords } from '../../web/src/words/steps-done.ts';
import { reviewStateWords } from '../../web/src/words/steps-users.ts';
import { openTestDesk, type TestDesk } from '../support/front-desk.ts';
import { openBrowser, undescribed, visit } from './browser.ts';
import { walkThrough } from './guide.ts';
import { whatStands } from './vendors.ts';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

/** An installation of its own each time: the demo company is offered where there is none yet. */
let stage: TestDesk;
beforeEach(async () => {
  stage = await openTestDesk({ listen: true });
  await stage.begin();
});
afterEach(() => stage.close());

/** In the form that both languages know. */
const tenDaysAgo = addDays(dateIn(Date.now(), 'Europe/Berlin'), -10).split('-').reverse().join('.');

test.each([{ language: 'en' }, { language: 'de' }] as const)(
  'somebody from HR gets the demo company in step alone ($language)',
  async ({ language }) => {
    const hr = await stage.person({ operator: true });
    await hr.call('PUT', '/me', { name: 'Petra Personal', language });
    const { page, complaints, calls } = await visit(browser, stage.url, { token: hr.token, language });
    const walk = walkThrough(page, language);
    const { say, button, side } = walk;
    const began = performance.now();

    await page.goto('/');
    await button(listWords.sandbox).click();
    await page.waitForURL('**/set-up/accounts');
    const id = /integrations\/([^/]+)/.exec(page.url())?.[1] ?? '';
    const read = async () => (await hr.call('GET', `/integrations/${id}`)).body;
    const stepsDone = async () =>
      (await read()).steps.flatMap((one: { step: string; state: string }) =>
        one.state === 'done' ? [one.step] : [],
      );
    await walk.seesBothReached();

    await walk.goTo('credentials');
    await walk.fillKeys('personio', 'papi-wrong', 'not-the-secret');
    await button(credentialsWords.test, side('personio')).click();
    const refused = side('personio').getByRole('alert');
    await refused.getByText(say(credentialsWords.notKept)).waitFor();
    expect(await refused.textContent()).toContain(say(credentialsWords.missing));
    expect((await read()).credentials).toEqual({ personio: null, timetac: null });
    await walk.fillDemoKeys();
    await walk.keepsKeys('personio');
    await walk.keepsKeys('timetac');
    expect(await stepsDone()).toEqual(['accounts', 'credentials']);

    await walk.goTo('users');
    const offered = await walk.choosesUsers({
      department: 'unassigned',
      workingTimeModel: '40 h',
      holidayCalendar: 'Germany - Bavaria',
    });
    expect(offered.length).toBeGreaterThan(3);
    const people = await walk.reviewsPeople();
    const twins = people.getByRole('row').filter({ hasText: 'Langner' });
    await twins.waitFor();
    const before = await people.getByRole('row').count();
    await twins.getByRole('button', { name: /p\.langner/ }).click();
    await expect.poll(() => people.getByRole('row').count()).toBe(before - 1);
    expect(await people.textContent()).toContain(say(reviewStateWords.held));
    expect(await stepsDone()).toContain('users');

    await walk.goTo('exports');
    const counts = await walk.choosesExports(tenDaysAgo);
    for (const said of counts) expect(said).toMatch(/\d/);

    await walk.goTo('types');
    await walk.takesSuggestions();
    expect(await stepsDone()).toEqual(['accounts', 'credentials', 'users', 'exports', 'types']);

    await walk.goTo('form');
    await walk.signs('Petra Personal');

    await walk.goTo('test');
    const keys = stage.desk.sandbox.keysOf(id);
    if (keys === null) throw new Error('the sandbox is gone');
    const untouched = await whatStands(keys);
    await walk.rehearses();
    expect(await whatStands(keys)).toEqual(untouched);
    const employees = (await hr.call('GET', `/integrations/${id}/choices`)).body.personio.employees as {
      id: string;
      name: string;
    }[];
    const two = ['3001', '3002'].map((one) => employees.find((person) => person.id === one)?.name ?? one);
    await walk.pilots(two);
    const pilot = (await hr.call('GET', `/integrations/${id}/runs`)).body.runs[0];
    const written = pilot.parts.attendances.created + pilot.parts.absences.created;
    expect(written).toBeGreaterThan(10);
    await page.getByText(say(comparisonWords.same, { n: written })).waitFor();
    expect((await whatStands(keys)).attendances).toBe(
      untouched.attendances + pilot.parts.attendances.created,
    );
    await walk.undoes();
    expect(await whatStands(keys)).toMatchObject({
      attendances: untouched.attendances,
      absences: untouched.absences,
    });

    await walk.goTo('done');
    const standing = await whatStands(keys);
    await walk.switchesOn((await read()).name);
    await walk.seesFirstRunEnd();
    await page
      .getByRole('main')
      .getByRole('link', { name: say(doneWords.toOverview), exact: true })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: say(overviewWords.title), exact: true }).waitFor();
    await page
      .getByText(say(standingWords['in-step']), { exact: true })
      .or(page.getByText(say(standingWords.issues), { exact: true }))
      .waitFor();
    console.log(`set-up in the browser (${language}): ${((performance.now() - began) / 1000).toFixed(1)} s`);

    const { lastRun } = await read();
    expect(lastRun).toMatchObject({ mode: 'live', status: expect.stringMatching(/^done/) });
    const { attendances, absences, employees: accounts } = lastRun.parts;
    expect(attendances.created).toBeGreaterThan(100);
    expect(await whatStands(keys)).toMatchObject({
      attendances: standing.attendances + attendances.created - attendances.deleted,
      absences: standing.absences + absences.created - absences.deleted,
      users: standing.users + accounts.created,
    });
    expect(complaints).toEqual([]);
    expect(await undescribed(stage.url, calls)).toEqual([]);
    await page.context().close();
  },
);
