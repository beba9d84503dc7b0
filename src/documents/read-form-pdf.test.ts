import { once } from 'node:events';
import { createDeflate } from 'node:zlib';
import { PDFArray, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { blankRow, blankSheet, moduleSetNames, type Sheet, sheetLanguages } from '../core/settings/sheet.ts';
import { usualRows } from '../core/settings/sheet-words.ts';
import { makeFormPdf } from './form-pdf.ts';
import { readFields } from './form-reader.ts';
import { readFormPdf } from './read-form-pdf.ts';

let blank: Uint8Array;
beforeAll(async () => {
  blank = await makeFormPdf(blankSheet, 'en');
});

const text = (pieces: readonly string[]): Uint8Array => Buffer.from(pieces.join('\n'), 'latin1');

/** A file that was written by hand, object by object. */
const written = (...objects: readonly string[]): Uint8Array =>
  text(['%PDF-1.7', ...objects, 'trailer << /Root 1 0 R >>', '%%EOF']);

const whyNot = async (bytes: Uint8Array): Promise<string> => {
  const read = await readFormPdf(bytes);
  if (read.ok) throw new Error('was read');
  expect(read.why.de).not.toBe(read.why.en);
  return read.why.en;
};

test('a blank form offers the guide’s four rows, and answers nothing', async () => {
  expect(await readFormPdf(blank)).toEqual({
    ok: true,
    language: 'en',
    sheet: { ...blankSheet, types: usualRows.en },
  });
});

const answer = fc.constantFrom('yes' as const, 'no' as const, null);
const name = fc
  .oneof(
    { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
    fc.constantFrom(
      'Łukasz Ελένη',
      '田中 😀',
      '\u202eRTL שלום',
      'مرحبا',
      '=cmd|"x"',
      'x'.repeat(200),
      '(a\\)b',
    ),
  )
  .map((text) => text.replaceAll(/\p{Cc}|\p{Surrogate}|[\u2028\u2029]/gu, '').trim());
const sheets: fc.Arbitrary<Sheet> = fc.record({
  name,
  account: name,
  department: name,
  workingTimeModel: name,
  holidayCalendar: name,
  modules: fc.constantFrom(...moduleSetNames, null),
  mobileApps: answer,
  statusOverview: answer,
  language: fc.constantFrom(...sheetLanguages, null),
  absencesFrom: fc.constantFrom('', '2026-01-31', '31.02.2026'),
  attendancesFrom: fc.constantFrom('', '2024-02-29', 'bald'),
  types: fc
    .array(fc.record({ timetac: name, personio: name, sync: answer }), { minLength: 1, maxLength: 20 })
    .map((rows) => [...rows, { timetac: 'Urlaub', personio: '', sync: null }]),
});

test('whatever a sheet says, it says after its way through a PDF', async () => {
  await fc.assert(
    fc.asyncProperty(sheets, fc.constantFrom('de' as const, 'en' as const), async (sheet, language) => {
      const read = await readFormPdf(await makeFormPdf(sheet, language));
      expect(read).toEqual({ ok: true, sheet, language });
    }),
    { numRuns: 3 },
  );
});

test('what somebody fills in with another program is read', async () => {
  const pdf = await PDFDocument.load(blank);
  const form = pdf.getForm();
  form.getTextField('name').setText('Müller & Söhne');
  form.getTextField('department').setText('two\nlines ');
  form.getTextField('absencesFrom').setText('24 Dec 2026');
  const utf8 = PDFHexString.of(Buffer.from('\ufeffŁódź').toString('hex'));
  form.getTextField('holidayCalendar').acroField.dict.set(PDFName.of('V'), utf8);
  form.getRadioGroup('modules').select('all');
  form.getRadioGroup('types-1-sync').select('yes');
  form.getRadioGroup('types-2-sync').select('no');
  form.getTextField('types-3-timetac').setText('');
  form.getTextField('types-3-personio').setText('');
  form.getTextField('types-12-timetac').setText('Zeitausgleich');
  const [vacation, sickLeave, , remote] = usualRows.en;
  expect(await readFormPdf(await pdf.save())).toMatchObject({
    sheet: {
      name: 'Müller & Söhne',
      department: 'two lines',
      holidayCalendar: 'Łódź',
      absencesFrom: '2026-12-24',
      modules: 'all',
      types: [
        { ...vacation, sync: 'yes' },
        { ...sickLeave, sync: 'no' },
        blankRow,
        remote,
        ...Array.from({ length: 7 }, () => blankRow),
        { timetac: 'Zeitausgleich', personio: '', sync: null },
      ],
    },
  });
});

test('a choice that was taken back is none', async () => {
  const pdf = await PDFDocument.load(await makeFormPdf({ ...blankSheet, mobileApps: 'yes' }, 'de'));
  pdf.getForm().getRadioGroup('mobileApps').clear();
  expect(await readFormPdf(await pdf.save())).toMatchObject({ ok: true, sheet: { mobileApps: null } });
});

describe('what is no form of ours is told apart', () => {
  test('no PDF', async () => {
    expect(await whyNot(Buffer.from('version: 1\n'))).toMatch(/is no PDF/);
    expect(await whyNot(new Uint8Array())).toMatch(/is no PDF/);
  });

  test('too large', async () => {
    expect(await whyNot(Buffer.concat([blank, Buffer.alloc(5 * 1024 * 1024)]))).toMatch(/larger than 5 MB/);
  });

  test('protected by a password', async () => {
    const pdf = await PDFDocument.load(blank);
    pdf.encrypt({ userPassword: 'secret', ownerPassword: 'other' });
    expect(await whyNot(await pdf.save())).toMatch(/protected by a password/);
  });

  test('another form', async () => {
    const pdf = await PDFDocument.create();
    pdf.getForm().createTextField('name').addToPage(pdf.addPage());
    expect(await whyNot(await pdf.save())).toMatch(/is another form/);
  });

  test('printed as a PDF, so that the fields are gone', async () => {
    const pdf = await PDFDocument.load(blank);
    pdf.getForm().flatten();
    expect(await whyNot(await pdf.save())).toMatch(/has no fields/);
  });

  test('a dynamic form', async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage();
    pdf.getForm().acroForm.dict.set(PDFName.of('XFA'), PDFString.of('<xdp/>'));
    // pdf-lib itself would take it out again.
    const saved = await PDFDocument.load(await pdf.save({ useObjectStreams: false }), { preserveXFA: true });
    saved.catalog.getAcroForm()?.dict.set(PDFName.of('XFA'), PDFString.of('<xdp/>'));
    expect(await whyNot(await saved.save())).toMatch(/dynamic form/);
  });

  test('made by a newer version', async () => {
    const pdf = await PDFDocument.load(blank);
    pdf.getForm().getTextField('tandem-form').setText('requirement-form 2 en');
    expect(await whyNot(await pdf.save())).toMatch(/newer version/);
  });

  test('a value that is neither text nor choice', async () => {
    const pdf = await PDFDocument.load(blank);
    pdf
      .getForm()
      .getTextField('account')
      .acroField.dict.set(PDFName.of('V'), pdf.context.obj([1]));
    expect(await whyNot(await pdf.save())).toMatch(/damaged or not complete/);
  });

  test('a field is gone', async () => {
    const pdf = await PDFDocument.load(blank);
    pdf.getForm().removeField(pdf.getForm().getField('types-2-sync'));
    expect(await whyNot(await pdf.save())).toMatch(/damaged or not complete/);
  });
});

describe('a file that was damaged or made to harm is refused', () => {
  const catalog = '1 0 obj << /Type /Catalog /AcroForm 2 0 R >> endobj';

  test('cut off in the middle', async () => {
    expect(await whyNot(blank.slice(0, blank.length / 2))).toMatch(/damaged or not complete/);
  });

  test('nested endlessly', async () => {
    const deep = `2 0 obj << /Fields [3 0 R] /X ${'['.repeat(400_000)} >> endobj`;
    expect(await whyNot(written(catalog, deep))).toMatch(/damaged or not complete/);
  });

  test('fields that are their own children', async () => {
    const fields = [
      '2 0 obj << /Fields [3 0 R] >> endobj',
      '3 0 obj << /T (a) /Kids [3 0 R 3 0 R] >> endobj',
    ];
    expect(await whyNot(written(catalog, ...fields))).toMatch(/more time or memory/);
  });

  test('fields that multiply with every level', async () => {
    const levels = Array.from(
      { length: 40 },
      (_, at) => `${at + 3} 0 obj << /T (a) /Kids [${`${at + 4} 0 R `.repeat(2)}] >> endobj`,
    );
    const fields = [
      '2 0 obj << /Fields [3 0 R] >> endobj',
      ...levels,
      '43 0 obj << /T (b) /FT /Tx >> endobj',
    ];
    expect(await whyNot(written(catalog, ...fields))).toMatch(/more time or memory/);
  });

  test('a small file that unpacks to hundreds of megabytes', async () => {
    const packed = await deflated(600);
    expect(packed.length).toBeLessThan(5 * 1024 * 1024);
    const head = `3 0 obj << /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >> stream\n`;
    const bomb = Buffer.concat([text(['%PDF-1.7', catalog, head]), packed, text(['\nendstream endobj', ''])]);
    expect(await whyNot(bomb)).toMatch(/more time or memory/);
  });

  test('more fields than any form has', async () => {
    const names = Array.from({ length: 4_500 }, (_, at) => `f${at}`);
    expect(await whyNot(await withFields(names))).toMatch(/more time or memory/);
  });

  test('two fields of one name', async () => {
    expect(await whyNot(await withFields(['department']))).toMatch(/damaged or not complete/);
  });

  test('a process that takes too long, or says too much, is ended', async () => {
    const usual = { cpuMs: 60_000, timeMs: 60_000, answerBytes: 1_000_000 };
    expect(await readFields(blank, { ...usual, timeMs: 1 })).toEqual({ kind: 'too-much' });
    expect(await readFields(blank, { ...usual, cpuMs: 1 })).toEqual({ kind: 'too-much' });
    expect(await readFields(blank, { ...usual, answerBytes: 100 })).toEqual({ kind: 'too-much' });
  });
});

test('several people hand in their forms at once', async () => {
  const names = ['Eins', 'Zwei', 'Drei'];
  const forms = await Promise.all(names.map(withName));
  const read = await Promise.all(forms.map((form) => readFormPdf(form)));
  expect(read.map((one) => one.ok && one.sheet.name)).toEqual(names);
});

async function withName(name: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(blank);
  pdf.getForm().getTextField('name').setText(name);
  return pdf.save();
}

async function withFields(names: readonly string[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(blank);
  const fields = pdf.getForm().acroForm.dict.lookup(PDFName.of('Fields'), PDFArray);
  for (const name of names)
    fields.push(pdf.context.register(pdf.context.obj({ T: PDFString.of(name), FT: 'Tx' })));
  return pdf.save({ updateFieldAppearances: false });
}

async function deflated(megabytes: number): Promise<Buffer> {
  const deflate = createDeflate({ level: 1 });
  const chunks: Buffer[] = [];
  deflate.on('data', (chunk: Buffer) => chunks.push(chunk));
  const zeros = Buffer.alloc(1024 * 1024);
  for (let at = 0; at < megabytes; at++) if (!deflate.write(zeros)) await once(deflate, 'drain');
  deflate.end();
  await once(deflate, 'end');
  return Buffer.concat(chunks);
}
