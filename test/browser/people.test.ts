// Who may come in, and how: the first operator, passwords and authenticators, invitations and what each role may do.

import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { common, roleWords } from '../../web/src/words/common.ts';
import { frameWords } from '../../web/src/words/integration.ts';
import { listWords } from '../../web/src/words/list.ts';
import { installationWords, peopleWords } from '../../web/src/words/people.ts';
import { sayIn } from '../../web/src/words/say.ts';
import {
  accountWords,
  firstWords,
  invitationWords,
  newAccountWords,
  newPasswordWords,
  signInWords,
} from '../../web/src/words/session.ts';
import { shellWords } from '../../web/src/words/shell.ts';
import { accountsWords } from '../../web/src/words/steps-accounts.ts';
import { doneWords } from '../../web/src/words/steps-done.ts';
import { stepHeadings, stepsWords } from '../../web/src/words/steps-frame.ts';
import { openTestDesk, type TestDesk } from '../support/front-desk.ts';
import { openBrowser, settled, shoot, visit } from './browser.ts';
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

const say = (words: { en: string; de: string }, values = {}) => sayIn('en', words, values);
const heading = (page: Page, words: { en: string; de: string }) =>
  page.getByRole('heading', { level: 1, name: say(words), exact: true });
const press = (page: Page, words: { en: string; de: string }) =>
  page
    .getByRole('main')
    .getByRole('button', { name: say(words), exact: true })
    .click();
const email = (page: Page) => page.getByRole('textbox', { name: say(common.emailLabel), exact: true });
const password = (page: Page) => page.getByLabel(new RegExp(`^${say(common.passwordLabel)}`)).first();
const signIn = async (page: Page, as: { email: string; password: string }) => {
  await email(page).fill(as.email);
  await password(page).fill(as.password);
  await press(page, signInWords.submit);
};
const signOut = async (page: Page, name: string) => {
  await page.getByRole('button', { name: say(shellWords.accountMenu, { name }), exact: true }).click();
  await page.getByRole('button', { name: say(shellWords.signOut), exact: true }).click();
  await heading(page, signInWords.title).waitFor();
};

const olga = { name: 'Olga Operator', email: 'olga@muster.example', password: 'correct horse battery' };

test('the first operator comes by the printed link, once, and with a password that is long enough', async () => {
  const { page, context } = await visit(browser, stage.url);
  await page.goto(stage.opened.firstLink() ?? '');
  await page.getByRole('textbox', { name: say(common.nameLabel), exact: true }).fill(olga.name);
  await email(page).fill(olga.email);
  await password(page).fill('short');
  await press(page, firstWords.submit);
  await page.getByText(say(newAccountWords.passwordShort, { n: 5 })).waitFor();
  await password(page).fill(olga.password);
  await press(page, firstWords.submit);
  await heading(page, listWords.title).waitFor();
  await signOut(page, olga.name);

  await page.goto(stage.opened.firstLink() ?? '/first');
  await page.getByText(say(firstWords.taken)).waitFor();
  await context.close();
});

test('a session elsewhere is shown with where it began, and ended with the password', async () => {
  const [here, there] = [await visit(browser, stage.url), await visit(browser, stage.url)];
  for (const { page } of [here, there]) {
    await page.goto('/account');
    await signIn(page, olga);
    await heading(page, accountWords.title).waitFor();
  }
  const { page } = here;
  await page.reload();
  const others = page.getByRole('listitem').filter({ hasText: say(accountWords.sessionElsewhere) });
  await others.getByText(/from 127\.0\.0\.1/).waitFor();
  await shoot(page, 'own-sessions');
  const end = page.getByRole('button', { name: new RegExp(`^${say(accountWords.sessionEnd)}: `) });
  await end.click();
  await page.getByRole('alert').waitFor();
  expect(await others.count()).toBe(1);
  await page
    .getByLabel(new RegExp(`^${say(common.passwordLabel)}`))
    .last()
    .fill(olga.password);
  await end.click();
  await page.getByText(say(accountWords.sessionsEnded)).waitFor();
  expect(await others.count()).toBe(0);
  await there.page.reload();
  await heading(there.page, signInWords.title).waitFor();
  await Promise.all([here.context.close(), there.context.close()]);
});

test('a wrong password is told in a sentence, and a deep link leads on after signing in', async () => {
  const { page, context } = await visit(browser, stage.url);
  await page.goto('/account');
  await heading(page, signInWords.title).waitFor();
  await signIn(page, { ...olga, password: 'wrong horse battery' });
  const told = page.getByRole('alert');
  await told.waitFor();
  expect(await told.textContent()).toContain('E-mail address or password is not right.');
  expect(await email(page).inputValue()).toBe(olga.email);
  await signIn(page, olga);
  await heading(page, accountWords.title).waitFor();
  expect(new URL(page.url()).pathname).toBe('/account');
  await context.close();
});

test('with an authenticator the password alone is not enough', async () => {
  const { page, context } = await visit(browser, stage.url);
  await page.goto('/account');
  await signIn(page, olga);
  await press(page, accountWords.totpBegin);
  const uri = await page
    .getByRole('link', { name: say(accountWords.totpOpen), exact: true })
    .getAttribute('href');
  const secret = Secret.fromBase32(new URL(uri ?? '').searchParams.get('secret') ?? '');
  const totp = new TOTP({ secret });
  const code = page.getByRole('textbox', { name: say(signInWords.code), exact: true });
  await code.fill(totp.generate({ timestamp: stage.desk.now() }));
  await press(page, accountWords.totpConfirm);
  await page.getByText(say(accountWords.totpOn)).waitFor();
  await signOut(page, olga.name);

  await signIn(page, olga);
  await code.fill('000000');
  await press(page, signInWords.codeSubmit);
  await page.getByRole('alert').getByText('This code is not right').waitFor();
  // A code works once: the clock goes on to the next.
  stage.clock.advance(30_000);
  await code.fill(totp.generate({ timestamp: stage.desk.now() }));
  await press(page, signInWords.codeSubmit);
  await heading(page, accountWords.title).or(heading(page, listWords.title)).waitFor();
  await context.close();
});

test('an invitation is said to be on its way to whom it was made out, whatever is typed next', async () => {
  const operator = await stage.person({ operator: true });
  const { page, context } = await visit(browser, stage.url, { token: operator.token });
  await page.goto('/people');
  const field = page.getByRole('textbox', { name: say(peopleWords.inviteEmail), exact: true });
  await field.fill('first@muster.example');
  await press(page, peopleWords.inviteSubmit);
  const onItsWay = page.getByText(say(peopleWords.invitedMailed, { email: 'first@muster.example' }));
  await onItsWay.waitFor();
  await field.fill('second');
  await press(page, peopleWords.inviteSubmit);
  await page.getByText(say(newAccountWords.emailWrong)).waitFor();
  expect(await onItsWay.count()).toBe(1);
  await context.close();
});

test.each([{ role: 'viewer' }, { role: 'customer' }] as const)(
  'somebody invited as $role sees this integration and no other, and may do what the role says',
  async ({ role }) => {
    const operator = await stage.person({ operator: true });
    const id = await sandboxFor(operator, `Firm of the ${role}`);
    const other = await sandboxFor(operator, 'Somebody else');
    const host = await visit(browser, stage.url, { token: operator.token });
    await host.page.goto(`/integrations/${id}/people`);
    await host.page.getByRole('radio', { name: say(roleWords[role]), exact: true }).check();
    await press(host.page, peopleWords.inviteSubmit);
    const link = host.page.getByLabel(say(peopleWords.link), { exact: true });
    await link.waitFor();

    const { page, context, complaints } = await visit(browser, stage.url);
    await page.goto((await link.textContent()) ?? '');
    const name = `Guest ${role}`;
    await page
      .getByText(
        say(invitationWords.toIntegration, { by: operator.person.name, integration: `Firm of the ${role}` }),
      )
      .waitFor();
    await page.getByRole('textbox', { name: say(common.nameLabel), exact: true }).fill(name);
    await email(page).fill(`${role}@muster.example`);
    await password(page).fill('a guest with a password');
    await press(page, invitationWords.create);
    await page.waitForURL(`**/integrations/${id}`);

    await page.goto('/');
    await page.getByRole('article').first().waitFor();
    expect(await page.getByRole('article').count()).toBe(1);
    expect(await page.getByRole('button', { name: say(listWords.create), exact: true }).count()).toBe(0);
    await page.goto(`/integrations/${other}`);
    await page.getByRole('alert').waitFor();
    expect(await page.getByText('Somebody else').count()).toBe(0);

    await page.goto(`/integrations/${id}/set-up/accounts`);
    await heading(page, stepHeadings.accounts).waitFor();
    const field = page.getByRole('textbox', { name: say(accountsWords.name), exact: true });
    expect(await field.isEnabled()).toBe(role === 'customer');
    expect(await page.getByText(say(stepsWords.viewer)).count()).toBe(role === 'viewer' ? 1 : 0);
    await page.goto(`/integrations/${id}/set-up/done`);
    await settled(page);
    const mayTurn = await page.getByRole('button', { name: say(doneWords.switch), exact: true }).count();
    expect(mayTurn).toBe(role === 'customer' ? 1 : 0);
    await page.goto(`/integrations/${id}/people`);
    await settled(page);
    await page.getByText(say(peopleWords.mayNot)).waitFor();
    expect(await page.getByRole('button', { name: say(peopleWords.inviteSubmit), exact: true }).count()).toBe(
      0,
    );
    expect(await page.getByRole('navigation', { name: say(frameWords.nav) }).count()).toBe(1);
    expect(complaints).toEqual([]);
    await signOut(page, name);
    await Promise.all([context.close(), host.context.close()]);
  },
);

test('whoever is taken out of an integration sees it no longer, although its page stands open', async () => {
  const operator = await stage.person({ operator: true });
  const id = await sandboxFor(operator, 'Firm of yesterday');
  const member = await stage.person({ member: { setupId: id, role: 'customer' } });
  const { page, context } = await visit(browser, stage.url, { token: member.token });
  await page.goto(`/integrations/${id}`);
  const name = page.getByText('Firm of yesterday', { exact: true });
  await name.first().waitFor();
  await settled(page);
  const removed = await operator.call('DELETE', `/integrations/${id}/people/${member.person.id}`);
  expect(removed.status).toBe(200);
  const changes = [{ path: 'absences', was: null, now: { enabled: false } }];
  expect((await operator.call('PUT', `/integrations/${id}/form`, { changes })).status).toBe(200);
  await heading(page, frameWords.trouble).waitFor();
  expect(await name.count()).toBe(0);
  await context.close();
});

test('a page that stands open says by itself that its session has ended', async () => {
  const operator = await stage.person({ operator: true });
  const id = await sandboxFor(operator, 'Firm of a long lunch');
  const member = await stage.person({ member: { setupId: id, role: 'customer' } });
  const { page, context } = await visit(browser, stage.url, { token: member.token });
  await page.goto(`/integrations/${id}`);
  await settled(page);
  expect((await operator.call('POST', `/people/${member.person.id}/sessions/end`)).status).toBe(200);
  await page.getByRole('dialog', { name: say(shellWords.endedTitle), exact: true }).waitFor();
  await context.close();
});

test('an operator whose page is old opens no account that another has locked since', async () => {
  const operator = await stage.person({ operator: true });
  const { person } = await stage.person({ email: 'paul@muster.example' });
  const { page, context } = await visit(browser, stage.url, { token: operator.token });
  await page.goto('/people');
  const row = page.getByRole('row', { name: person.email });
  await row.waitFor();
  const other = await stage.person({ operator: true });
  await other.call('PUT', `/people/${person.id}`, { disabled: true });
  const make = say(installationWords.makeOperator);
  await row.getByRole('button', { name: `${make}: ${person.name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: make, exact: true }).click();
  await page.getByText(say(installationWords.changed, { name: person.name })).waitFor();
  await row.getByText(say(installationWords.locked), { exact: true }).waitFor();
  await context.close();
});

test('whoever has forgotten a password gets a link, sets a new one and signs in with it', async () => {
  const operator = await stage.person({ operator: true });
  const { person } = await stage.person({ email: 'vera@muster.example', password: 'long forgotten horse' });
  const host = await visit(browser, stage.url, { token: operator.token });
  await host.page.goto('/people');
  const label = `${say(installationWords.passwordLink)}: ${person.name}`;
  await host.page.getByRole('row', { name: person.email }).getByRole('button', { name: label }).click();
  await host.page
    .getByRole('dialog')
    .getByRole('button', { name: say(installationWords.passwordLink), exact: true })
    .click();
  const link = await host.page.getByLabel(say(peopleWords.link), { exact: true }).textContent();
  await shoot(host.page, 'new-password-link');
  await host.context.close();

  const { page, context } = await visit(browser, stage.url);
  await page.goto(link ?? '');
  await heading(page, newPasswordWords.title).waitFor();
  const fresh = page.getByLabel(new RegExp(`^${say(accountWords.fresh)}`)).first();
  await fresh.fill('short');
  await press(page, newPasswordWords.submit);
  await page.getByText(say(newAccountWords.passwordShort, { n: 5 })).waitFor();
  await fresh.fill('a fresh horse battery');
  await shoot(page, 'new-password');
  await press(page, newPasswordWords.submit);
  await page.getByText(say(newPasswordWords.done)).waitFor();
  await page
    .getByRole('main')
    .getByRole('link', { name: say(shellWords.signIn), exact: true })
    .click();
  await signIn(page, { email: person.email, password: 'a fresh horse battery' });
  await heading(page, listWords.title).waitFor();
  await context.close();
});
