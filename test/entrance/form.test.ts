// The requirement form on paper: made, filled in by somebody, and back as a configuration that holds.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, type PDFForm } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tandem } from './tandem.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-form-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const keys = {
  PERSONIO_CLIENT_ID: 'p',
  PERSONIO_CLIENT_SECRET: 'ps',
  TIMETAC_CLIENT_ID: 't',
  TIMETAC_CLIENT_SECRET: 'ts',
};

async function fillIn(file: string, work: (form: PDFForm) => void): Promise<void> {
  const pdf = await PDFDocument.load(readFileSync(file));
  work(pdf.getForm());
  writeFileSync(file, await pdf.save());
}

test('a blank form is filled in by somebody and becomes a configuration that holds', async () => {
  const [pdf, yaml] = [join(folder, 'blank.pdf'), join(folder, 'blank.yaml')];
  expect(await tandem(['form', 'export', '--out', pdf])).toMatchObject({ exit: 0, err: '' });
  await fillIn(pdf, (form) => {
    form.getTextField('account').setText('muster');
    form.getTextField('absencesFrom').setText('bald');
    form.getRadioGroup('types-1-sync').select('yes');
  });

  const unfinished = await tandem(['form', 'import', pdf, '--out', yaml]);
  expect(unfinished).toMatchObject({ exit: 2, out: '' });
  expect(unfinished.err.trim().split('\n')).toEqual([
    expect.stringMatching(/blank\.pdf: Startdatum der Abwesenheiten: .*kein Datum.* Schreiben Sie/),
    expect.stringMatching(/blank\.pdf: Abwesenheiten, Zeile 2: Art übertragen: Weder Ja noch Nein/),
    expect.stringMatching(/Zeile 3/),
    expect.stringMatching(/Zeile 4/),
  ]);
  expect(() => readFileSync(yaml)).toThrow(/ENOENT/);

  await fillIn(pdf, (form) => {
    form.getTextField('absencesFrom').setText('1.1.2026');
    for (const line of [2, 3, 4]) form.getRadioGroup(`types-${line}-sync`).select('no');
  });
  expect(await tandem(['form', 'import', pdf, '--out', yaml])).toMatchObject({ exit: 0, err: '' });
  expect(await tandem(['config', 'validate', yaml], keys)).toMatchObject({ exit: 0, err: '' });
  expect(readFileSync(yaml, 'utf8')).toContain('startDate: 2026-01-01');

  const again = await tandem(['form', 'import', pdf, '--out', yaml]);
  expect(again.exit).toBe(2);
  expect(again.err).toMatch(/blank\.yaml: exists already, and is not written over/);
});

test('over a configuration, what the sheet does not know stays', async () => {
  const [base, pdf, out] = ['base.yaml', 'base.pdf', 'new.yaml'].map((name) => join(folder, name));
  if (base === undefined || pdf === undefined || out === undefined) throw new Error('no names');
  const keysOf = (side: string) =>
    `clientId: "\${${side}_CLIENT_ID}", clientSecret: "\${${side}_CLIENT_SECRET}"`;
  writeFileSync(
    base,
    [
      'version: 1',
      `personio: { ${keysOf('PERSONIO')} }`,
      `timetac: { account: muster, ${keysOf('TIMETAC')} }`,
      'attendances: { startDate: 2026-01-01, granularity: entries }',
    ].join('\n'),
  );
  const made = await tandem(['form', 'export', '--out', pdf, '--config', base, '--language', 'en']);
  expect(made).toMatchObject({ exit: 0, err: '' });
  await fillIn(pdf, (form) => {
    expect(form.getTextField('attendancesFrom').getText()).toBe('1 Jan 2026');
    form.getTextField('attendancesFrom').setText('2 Feb 2026');
  });
  expect(await tandem(['form', 'import', pdf, '--out', out, '--config', base])).toMatchObject({ exit: 0 });
  expect(await tandem(['config', 'validate', out], keys)).toMatchObject({ exit: 0, err: '' });
  const text = readFileSync(out, 'utf8');
  expect(text).toContain('startDate: 2026-02-02');
  expect(text).toContain('granularity: entries');
  expect(text).toContain('clientSecret: ${TIMETAC_CLIENT_SECRET}');
});

test('what is no form of Tandem is refused with a sentence', async () => {
  const [file, out] = [join(folder, 'letter.pdf'), join(folder, 'letter.yaml')];
  writeFileSync(file, 'Dear support');
  const ended = await tandem(['form', 'import', file, '--out', out]);
  expect(ended).toMatchObject({ exit: 2, out: '' });
  expect(ended.err).toMatch(/letter\.pdf: This file is no PDF/);
});

test.each([
  [['form'], /expected export or import/],
  [['form', 'export', '--out', 'x.pdf', '--language', 'fr'], /“fr” is neither de nor en/],
])('tandem %j', async (argv, says) => {
  const ended = await tandem(argv);
  expect(ended).toMatchObject({ exit: 2, out: '' });
  expect(ended.err).toMatch(says);
});
