// What people meet once everything is set up, in the demo company after two runs: mails, conflicts, explanations, the
// month for payroll, the form on paper, personal data. One server for all; each language has people of its own.

import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { noPdf } from '../../src/documents/form-troubles.ts';
import { postOf } from '../../src/service/mails/desk-post.ts';
import { sendDueMails } from '../../src/service/mails/post.ts';
import { lastMonthOf, monthName } from '../../web/src/month/months.ts';
import { titleOf } from '../../web/src/words/codes.ts';
import { partWords } from '../../web/src/words/common.ts';
import { explainWords, linkWords } from '../../web/src/words/explain.ts';
import { formatsIn } from '../../web/src/words/format.ts';
import { guideWords } from '../../web/src/words/help.ts';
import { frameWords } from '../../web/src/words/integration.ts';
import { answerWords, conflictWords, issueWords, solvedWords } from '../../web/src/words/issues.ts';
import { mailKindWords, mailStateWords, mailWords, testResultWords } from '../../web/src/words/mails.ts';
import { monthResultWords, monthTableWords, monthWords } from '../../web/src/words/month.ts';
import { personalWords } from '../../web/src/words/personal.ts';
import { settingsWords } from '../../web/src/words/settings.ts';
import { doneWords } from '../../web/src/words/steps-done.ts';
import { fieldWords } from '../../web/src/words/steps-frame.ts';
import { sheetWords } from '../../web/src/words/steps-sheet.ts';
import { testWords } from '../../web/src/words/steps-test.ts';
import { usersWords } from '../../web/src/words/steps-users.ts';
import { type DemoDesk, openDemoDesk } from '../support/demo-desk.ts';
import { axeFindings, openBrowser, settled, undescribed, type Visit, visit } from './browser.ts';
import { choose, downloaded, filledInElsewhere } from './files.ts';
import { type Walk, walkThrough } from './guide.ts';
import { filledIn } from './ready.ts';

let demo: DemoDesk;
let browser: Browser;
beforeAll(async () => {
  [demo, browser] = await Promise.all([openDemoDesk({ conflicts: true, listen: true }), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await demo.stage.close();
});

const read = async (path: string) => (await demo.operator.call('GET', `${demo.at}${path}`)).body;
const sendMails = async () => sendDueMails(await postOf(demo.stage.desk));

interface Issue {
  readonly id: string;
  readonly code: string;
  readonly part: string;
  readonly date: string;
  readonly employee: { readonly personioId: string; readonly name: string };
  readonly sides: { readonly timetac: Sentence; readonly personio: Sentence };
  readonly message: Sentence;
}
type Sentence = { readonly en: string; readonly de: string };
/** A comparison reads both sides, and this machine may be busy. */
const LONG = { timeout: 45_000 };

describe.each([
  { language: 'en', turn: 0, reader: 'Rita Reader', look: { width: 1280, dark: false } },
  { language: 'de', turn: 1, reader: 'Lena Leserin', look: { width: 390, dark: true } },
] as const)('in $language', ({ language, turn, reader, look }) => {
  const format = formatsIn(language);
  let visited: Visit;
  let page: Visit['page'];
  let walk: Walk;
  let say: Walk['say'];
  let email: string;
  /** Somebody's evening that was lengthened in Personio; nobody else in these tests decides it. */
  let conflict: Issue;
  let refused: Issue;
  beforeAll(async () => {
    const { person, token, call } = await demo.stage.person({ operator: true });
    ({ email } = person);
    await call('PUT', '/me', { name: reader, language });
    visited = await visit(browser, demo.stage.url, { token, language, ...look });
    ({ page } = visited);
    walk = walkThrough(page, language);
    ({ say } = walk);
    await sendMails();
    const issues = (await read('/issues')).issues as Issue[];
    const edited = issues.filter(({ code, part }) => code === 'edited-in-target' && part === 'attendances');
    // One of two each: the other language decides the other one.
    conflict = edited.at(-turn) as Issue;
    refused = issues.find(({ code }) => code === 'refused-by-personio') as Issue;
  });
  afterEach(() => expect(visited.complaints.splice(0)).toEqual([]));
  afterAll(async () => {
    expect(await undescribed(demo.stage.url, visited.calls)).toEqual([]);
    await visited.context.close();
  });

  const open = async (path: string) => {
    await page.goto(`${demo.at}${path}`);
    await settled(page);
  };
  const heading = (level: number, name: string | RegExp) =>
    page.getByRole('heading', { level, name, exact: true });
  const link = (name: string, within: Locator | Visit['page'] = page) =>
    within.getByRole('link', { name, exact: true });
  const mail = () => page.getByTitle(say(mailWords.frame)).contentFrame();
  const opensNewestReport = async () => {
    await open('/mails');
    const report = page.getByRole('row').filter({ hasText: say(mailKindWords.report) });
    expect(await report.first().textContent()).toContain(say(mailStateWords.kept));
    await report.first().getByRole('link').click();
    await mail().getByRole('heading').first().waitFor();
  };

  test('the report of a run lies open: as a mail program shows it, and as plain text', async () => {
    await opensNewestReport();
    // The company is told in German, whoever looks.
    await mail().getByText(conflict.message.de).waitFor();
    await page.getByRole('tab', { name: say(mailWords.asText), exact: true }).click();
    const text = page.getByRole('region', { name: say(mailWords.textLabel), exact: true });
    await text.waitFor();
    expect(await text.textContent()).toContain(conflict.message.de);
    expect(await text.textContent()).toContain(`issues#issue-${conflict.id}`);
    const table = await downloaded(page, page.getByRole('link', { name: /\.csv/ }));
    expect(table.toString()).toContain(conflict.message.de);
  });

  test('a pilot of long ago, whose run is not kept any more, is no trouble', async () => {
    await open('');
    await page.evaluate(`localStorage.setItem('tandem-pilot-${demo.at.split('/').at(-1)}', 'gone')`);
    await open('/set-up/test');
    await heading(2, say(testWords.pilot)).waitFor();
    expect(await page.getByRole('alert').allTextContents()).toEqual([]);
    await page.evaluate('localStorage.clear()');
    // That it is gone had to be asked.
    visited.complaints.splice(0);
  });

  test('the next report is looked at ahead of time, in one’s own language, and a test mail says where it is', async () => {
    await open('/mails');
    await link(say(mailWords.preview)).click();
    const own = language === 'de' ? doneWords.german : doneWords.english;
    // The radio itself lies hidden below its label.
    await page.getByText(say(own), { exact: true }).click();
    await mail().getByText(conflict.message[language]).waitFor();
    await link(say(mailWords.back)).click();
    await walk.button(mailWords.testSend).click();
    await page.getByText(say(testResultWords.kept, { to: email })).waitFor();
    await link(say(mailWords.openIt)).click();
    await mail().getByText('Tandem').first().waitFor();
    expect(demo.stage.mails).toEqual([]);
  });

  test('a conflict is decided beside both records, carried out by the next run, and told as solved', async () => {
    // As the mail leads there: to this one among all.
    await open(`/issues#issue-${conflict.id}`);
    const { name } = conflict.employee;
    const answers = page.getByRole('group', { name: say(issueWords.answersFor, { who: name }), exact: true });
    const line = page.getByRole('listitem').filter({ has: answers });
    await expect.poll(() => line.evaluate((one) => one === document.activeElement)).toBe(true);
    const [ours, , theirs] = await line.getByRole('definition').allTextContents();
    const sides = [ours, theirs].map((text) => text?.replaceAll(`${say(conflictWords.differs)} `, ''));
    expect(sides).toEqual([conflict.sides.timetac[language], conflict.sides.personio[language]]);
    expect(sides[0]).not.toBe(sides[1]);
    expect(await line.locator('mark').count()).toBe(2);
    expect(await axeFindings(page)).toEqual([]);

    const wins = answerWords.attendances['source-wins'];
    await walk.button(wins, line).click();
    await line.getByText(say(issueWords.answered, { answer: say(wins) })).waitFor();
    await demo.run();
    // The page hears of the run's end by itself.
    await answers.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: `${say(issueWords.show)}: ${say(issueWords.solved)}` }).click();
    const solved = page.getByRole('listitem').filter({ hasText: say(issueWords.wasTold) });
    expect(await solved.count()).toBe(1);
    expect(await solved.textContent()).toContain(name);
    expect(await solved.textContent()).toContain(say(solvedWords.solved.word));

    await sendMails();
    await opensNewestReport();
    await mail().getByRole('heading', { name: 'Gelöst (1)', exact: true }).waitFor();
    await mail().getByText(name).first().waitFor();
  });

  test('from an issue to its day: what TimeTac has, what the rules make of it, what stands in Personio', async () => {
    await open('/issues');
    const day = `${say(issueWords.explain)}: ${refused.employee.name}, ${format.date(refused.date)}`;
    await link(day).click();
    await heading(2, `${refused.employee.name}, ${format.weekday(refused.date)}`).waitFor();
    const chain = (part: 'absences' | 'attendances') =>
      page
        .getByRole('list', { name: say(explainWords.chain, { part: say(partWords[part]) }), exact: true })
        .locator('> li');
    const [source, , target, answer] = await chain('absences').allTextContents();
    expect(source).toContain(format.date(refused.date));
    expect(target).toContain(say(linkWords.target));
    const [traceId = 'none'] = /[0-9a-f-]{36}/.exec(answer ?? '') ?? [];
    const copy = say(explainWords.copyTrace, { id: `${traceId.slice(0, 8)}…` });
    await page.getByRole('button', { name: copy, exact: true }).waitFor();

    // A day that was exported, by typing the name.
    const who = page.getByRole('combobox', { name: say(explainWords.who), exact: true });
    await who.fill(conflict.employee.name);
    await who.press('Enter');
    const date = page.getByRole('textbox', { name: say(explainWords.day), exact: true });
    await date.fill(format.date(conflict.date));
    await date.press('Enter');
    await heading(2, `${conflict.employee.name}, ${format.weekday(conflict.date)}`).waitFor();
    const [rows, rule, periods] = await chain('attendances').allTextContents();
    for (const said of [rows, rule, periods]) expect(said).toMatch(/\d\d:\d\d–\d\d:\d\d/);
    expect(periods).toMatch(/[0-9a-f-]{36}/);
  });

  test('last month is compared, a person’s differing days are unfolded, and payroll takes it along', async () => {
    await open('/month');
    await walk.button(monthWords.compare).or(walk.button(monthWords.again)).click();
    const finished = say(monthWords.finishedBy, { when: '.*', who: reader });
    await page.getByText(new RegExp(`^${finished}$`)).waitFor(LONG);
    await page.getByText(say(monthResultWords.summed)).waitFor();
    const month = monthName(lastMonthOf(new Date()), language);
    const table = page.getByRole('region', { name: say(monthTableWords.caption, { month }), exact: true });
    const row = table.getByRole('row').filter({ has: page.getByRole('button', { expanded: false }) });
    const who = (await row.first().getByRole('rowheader').textContent()) ?? '';
    await row.first().getByRole('button').click();
    const days = page.getByRole('list', { name: say(monthTableWords.dayTable, { who }), exact: true });
    await days.waitFor();
    expect(await days.textContent()).toMatch(/TimeTac: .*Personio: /);
    expect(await axeFindings(page)).toEqual([]);

    const csv = await downloaded(page, link(say(monthWords.csv)));
    expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(csv.toString()).toContain(who);
    const pdf = await downloaded(page, link(say(monthWords.pdf)));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');

    await days.getByRole('link', { name: who }).first().click();
    await heading(2, new RegExp(`^${who}, `)).waitFor();
  });

  test('the form leaves as a PDF, is filled in elsewhere, and what was written there stands in the form', async () => {
    const id = await filledIn(demo.stage, demo.operator, `Papier ${language}`);
    await page.goto(`/integrations/${id}/set-up/form`);
    await settled(page);
    const field = page.getByLabel(say(sheetWords.printedChoose));
    const uploads = async (file: { readonly name: string; readonly content: Uint8Array }) => {
      await choose(page, field, file);
      await walk.button(sheetWords.printedTake).click();
      const dialog = page.getByRole('dialog', { name: say(sheetWords.printedSure, { file: file.name }) });
      await walk.button(sheetWords.printedTake, dialog).click();
    };
    await uploads({ name: 'letter.pdf', content: Buffer.from('Dear Sir or Madam') });
    const alert = page.getByRole('alert').filter({ hasText: say(sheetWords.uploadFailed) });
    await alert.getByText(say(noPdf)).waitFor();

    const blank = await downloaded(page, link(say(sheetWords.printedDownload)));
    const content = await filledInElsewhere(blank, {
      texts: { department: '=Vertrieb & "Süd"', absencesFrom: format.date('2026-12-24') },
      answers: { mobileApps: 'no' },
    });
    await uploads({ name: 'form.pdf', content });
    const taken = page.getByRole('region', { name: say(sheetWords.printedTaken), exact: true });
    await taken.waitFor();
    const rows = (await taken.getByRole('row').allTextContents()).slice(1).join('\n');
    expect(rows).toContain('=Vertrieb & "Süd"');
    expect(rows).toContain(say(sheetWords.from, { date: format.date('2026-12-24') }));
    expect(rows).toMatch(new RegExp(`${say(usersWords.mobileApps)}.*${say(fieldWords.no)}`));
    expect(await page.getByText('=Vertrieb & "Süd"', { exact: true }).count()).toBe(2);
    const { form } = (await demo.operator.call('GET', `/integrations/${id}`)).body;
    expect(form).toMatchObject({
      name: `Papier ${language}`,
      users: { defaults: { department: '=Vertrieb & "Süd"', mobileApps: false } },
      absences: { startDate: '2026-12-24' },
    });
  });

  test('everything about one person is shown and erased, once their number has been typed', async () => {
    const issues = (await read('/issues')).issues as Issue[];
    const told = new Set(issues.map(({ employee }) => employee?.personioId));
    const { employees } = (await read('/employees')) as { employees: Issue['employee'][] };
    const [person] = employees.filter(({ personioId }) => !told.has(personioId)).slice(-1);
    if (person === undefined) throw new Error('everybody has an issue');
    const erasedBefore = (await read('/erased')).erased.length;

    await open('/settings');
    for (const title of ['run', 'credentials', 'report', 'people', 'remove'] as const)
      await heading(2, say(settingsWords[title])).waitFor();
    await link(say(settingsWords.toPersonal)).click();
    const show = async () => {
      await page.getByRole('combobox', { name: say(personalWords.who), exact: true }).fill(person.name);
      await walk.button(personalWords.show).click();
    };
    await show();
    await heading(3, say(personalWords.heldAbout, { who: person.name })).waitFor();
    await walk.button(personalWords.erase).click();
    const dialog = page.getByRole('dialog');
    const typed = dialog.getByRole('textbox');
    await typed.fill(`${person.personioId}0`);
    await walk.button(personalWords.eraseDo, dialog).click();
    await dialog.getByText(say(personalWords.eraseWrong)).waitFor();
    expect((await read('/erased')).erased.length).toBe(erasedBefore);
    await typed.fill(person.personioId);
    await walk.button(personalWords.eraseDo, dialog).click();
    await dialog.waitFor({ state: 'detached' });
    await page
      .getByRole('status')
      .filter({ hasText: new RegExp(say(personalWords.erasedMany, { n: '[\\d.,]+' })) })
      .waitFor();
    const erased = page.getByRole('region', { name: say(personalWords.listTable), exact: true });
    await expect.poll(() => erased.getByRole('row').count()).toBe(erasedBefore + 2);
    await show();
    await page.getByText(say(personalWords.nobodyFits)).waitFor();
    expect((await read('/employees')).employees).not.toContainEqual(person);
  });

  test('the guide of an issue is one link away, and so is the way back', async () => {
    await open('/issues');
    const title = say(titleOf('overlaps-foreign'));
    await link(`${say(issueWords.guide)}: ${title}`)
      .first()
      .click();
    await heading(1, title).waitFor();
    await heading(2, say(guideWords.cause)).waitFor();
    await heading(2, say(guideWords.afterwards)).waitFor();
    await walk.button(guideWords.back).click();
    await heading(1, say(frameWords.issues)).waitFor();
  });
});
