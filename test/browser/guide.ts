// The eight steps of setting up, as a person walks them in the browser: by headings, labels and buttons alone, in the
// language of the page.

import type { Locator, Page } from 'playwright-core';
import type { StepName } from '../../src/api/contract/integrations.ts';
import type { Bilingual } from '../../web/src/api/types.ts';
import { stepTitleWords } from '../../web/src/words/integration.ts';
import { comparisonWords, undoWords } from '../../web/src/words/runs.ts';
import { sayIn } from '../../web/src/words/say.ts';
import { accountsWords } from '../../web/src/words/steps-accounts.ts';
import { credentialsWords } from '../../web/src/words/steps-credentials.ts';
import { doneWords } from '../../web/src/words/steps-done.ts';
import { exportsWords } from '../../web/src/words/steps-exports.ts';
import { stepHeadings, stepsWords } from '../../web/src/words/steps-frame.ts';
import { sheetWords } from '../../web/src/words/steps-sheet.ts';
import { testWords } from '../../web/src/words/steps-test.ts';
import { typesWords } from '../../web/src/words/steps-types.ts';
import {
  moduleSetWords,
  reviewStateWords,
  reviewWords,
  usersWords,
} from '../../web/src/words/steps-users.ts';

export type Language = 'en' | 'de';
export type Side = 'personio' | 'timetac';
export type Say = (words: Bilingual, values?: Readonly<Record<string, string | number>>) => string;

export interface Walk {
  readonly page: Page;
  readonly say: Say;
  readonly goTo: (step: StepName) => Promise<void>;
  readonly button: (words: Bilingual, within?: Locator | Page) => Locator;
  readonly side: (side: Side) => Locator;
  /** The probes of step 1 have reached both accounts. */
  readonly seesBothReached: () => Promise<void>;
  readonly fillKeys: (side: Side, clientId: string, clientSecret: string) => Promise<void>;
  readonly fillDemoKeys: () => Promise<void>;
  /** Tests what stands there, and waits until it is kept. */
  readonly keepsKeys: (side: Side) => Promise<void>;
  /** Employees become users, with these defaults from the live lists. Returns the departments that were offered. */
  readonly choosesUsers: (names: {
    readonly department: string;
    readonly workingTimeModel: string;
    readonly holidayCalendar: string;
  }) => Promise<string[]>;
  /** Compares both accounts and shows whoever needs a person. Returns the table. */
  readonly reviewsPeople: () => Promise<Locator>;
  /** Both exports from this day on (`01.09.2026`). Returns what it says about the counts. */
  readonly choosesExports: (from: string) => Promise<string[]>;
  readonly takesSuggestions: () => Promise<void>;
  readonly signs: (name: string) => Promise<void>;
  readonly rehearses: () => Promise<void>;
  readonly pilots: (people: readonly string[]) => Promise<void>;
  readonly undoes: () => Promise<void>;
  readonly switchesOn: (name: string) => Promise<void>;
  /** The first run has come to its end on the page. */
  readonly seesFirstRunEnd: () => Promise<void>;
}

/** A vendor may be slow, and so is this machine. */
const LONG = { timeout: 45_000 };

export function walkThrough(page: Page, language: Language): Walk {
  const say: Say = (words, values) => sayIn(language, words, values);
  const button: Walk['button'] = (words, within = page) =>
    within.getByRole('button', { name: say(words), exact: true });
  const side: Walk['side'] = (name) =>
    page.getByRole('region', { name: name === 'personio' ? 'Personio' : 'TimeTac', exact: true });
  const confirms = async (name: Bilingual) => button(name, page.getByRole('dialog')).click();
  const chooses = async (label: Bilingual, option: string): Promise<string[]> => {
    const field = page.getByRole('combobox', { name: say(label), exact: true });
    await field.click();
    const offered = page.getByRole('listbox', { name: say(label), exact: true }).getByRole('option');
    await offered.first().waitFor();
    const names = await offered.allTextContents();
    await offered.getByText(option, { exact: true }).click();
    return names;
  };
  const answersYes = (question: Bilingual) =>
    page
      .getByRole('radiogroup', { name: say(question), exact: true })
      .getByRole('radio', { name: say(usersWords.on), exact: true })
      .check();

  return {
    page,
    say,
    button,
    side,
    goTo: async (step) => {
      await page
        .getByRole('navigation', { name: say(stepsWords.nav) })
        .getByRole('link', { name: new RegExp(`^(\\d )?${say(stepTitleWords[step])}\\b`) })
        .click();
      await page.getByRole('heading', { level: 1, name: say(stepHeadings[step]), exact: true }).waitFor();
    },
    seesBothReached: async () => {
      for (const name of ['Personio', 'TimeTac'])
        await page.getByText(`${name}: ${say(accountsWords.ok)}`).waitFor(LONG);
    },
    fillKeys: async (name, clientId, clientSecret) => {
      await side(name)
        .getByRole('textbox', { name: say(credentialsWords.clientId), exact: true })
        .fill(clientId);
      await side(name)
        .getByLabel(new RegExp(`^${say(credentialsWords.clientSecret)}`))
        .fill(clientSecret);
    },
    fillDemoKeys: async () => {
      await button(credentialsWords.sandboxFill).click();
      await page.getByText(say(credentialsWords.sandboxFilled)).waitFor();
    },
    keepsKeys: async (name) => {
      await button(credentialsWords.test, side(name)).click();
      await side(name).getByText(say(credentialsWords.keptNow)).waitFor(LONG);
    },
    choosesUsers: async (names) => {
      await answersYes(usersWords.enabled);
      const offered = await chooses(usersWords.department, names.department);
      await chooses(usersWords.workingTimeModel, names.workingTimeModel);
      await chooses(usersWords.holidayCalendar, names.holidayCalendar);
      await page
        .getByRole('combobox', { name: say(usersWords.modules), exact: true })
        .selectOption({ label: say(moduleSetWords.timeLeave) });
      return offered;
    },
    reviewsPeople: async () => {
      await button(reviewWords.start).click();
      const table = page.getByRole('table', { name: say(reviewWords.table), exact: true });
      await table.waitFor(LONG);
      const show = page.getByRole('combobox', { name: say(reviewWords.show), exact: true });
      const needing = show.getByRole('option').filter({ hasText: say(reviewStateWords.held) });
      await show.selectOption((await needing.getAttribute('value')) ?? '');
      return table;
    },
    choosesExports: async (from) => {
      const said: string[] = [];
      for (const [question, field, which] of [
        [exportsWords.absencesOn, exportsWords.startAbsences, exportsWords.absenceMany],
        [exportsWords.attendancesOn, exportsWords.startAttendances, exportsWords.attendanceMany],
      ] as const) {
        await answersYes(question);
        const date = page.getByRole('textbox', { name: say(field), exact: true });
        await date.fill(from);
        await date.press('Tab');
        const counted = page
          .getByRole('status')
          .filter({ hasText: say(which, { n: '' }).trim() })
          .filter({ hasText: say(exportsWords.means) });
        await counted.waitFor(LONG);
        said.push((await counted.textContent()) ?? '');
      }
      return said;
    },
    takesSuggestions: async () => {
      await button(typesWords.takeAll).click(LONG);
      await page
        .getByRole('status')
        .filter({ hasText: new RegExp(`^${say(typesWords.taken, { n: '\\d+' })}$`) })
        .waitFor();
    },
    signs: async (name) => {
      await page.getByRole('textbox', { name: say(sheetWords.name), exact: true }).fill(name);
      await button(sheetWords.sign).click();
      await page.getByText(say(sheetWords.signedBy, { by: '' }).trim().slice(0, -1)).waitFor();
    },
    rehearses: async () => {
      await button(testWords.start).click();
      await page
        .getByRole('heading', { name: new RegExp(`^${say(testWords.result, { when: '' })}`) })
        .waitFor(LONG);
    },
    pilots: async (people) => {
      const field = page.getByRole('combobox', { name: say(testWords.people), exact: true });
      for (const name of people) {
        await field.fill(name);
        await page.getByRole('option', { name, exact: true }).click();
      }
      await page.keyboard.press('Escape');
      await button(testWords.pilotStart).click();
      await confirms(testWords.pilotConfirm);
      await page
        .getByRole('heading', { name: new RegExp(`^${say(testWords.pilotResult, { when: '' })}`) })
        .waitFor(LONG);
      await button(testWords.compare).click();
      await page.getByRole('table', { name: say(comparisonWords.tableLabel), exact: true }).waitFor(LONG);
    },
    undoes: async () => {
      await button(undoWords.preview).click();
      await button(undoWords.confirm).click(LONG);
      await page.getByText(say(undoWords.done), { exact: true }).waitFor(LONG);
    },
    switchesOn: async (name) => {
      await button(doneWords.switch).click();
      const dialog = page.getByRole('dialog', { name: say(doneWords.sure, { name }), exact: true });
      await button(doneWords.switch, dialog).click();
      await page.getByText(say(doneWords.isOn), { exact: true }).waitFor(LONG);
    },
    seesFirstRunEnd: async () => {
      await page.getByText(new RegExp(`^${say(doneWords.nextRun, { when: '' }).slice(0, -1)}`)).waitFor(LONG);
    },
  };
}
