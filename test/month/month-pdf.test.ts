// The printed month: whatever people are called, it is drawn; every page has its head; and nothing runs out of its column.

import { PDFDocument, PDFArray, PDFRawStream, decodePDFRawStream } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import type { MonthCheck, MonthRow } from '../../src/core/month/month.ts';
import { embedFonts } from '../../src/documents/fonts.ts';
import { monthAsPdf } from '../../src/documents/month-pdf.ts';
import { encoded, widthOf } from '../../src/documents/month-pdf-letters.ts';
import { drawable, fitted } from '../../src/documents/month-pdf-text.ts';
import { resultSentence } from '../../src/documents/month-pdf-words.ts';

const hostile = [
  'Anna Ahrens',
  '=cmd|"/c calc"!A1',
  '\u202Eevil\u202C \u200Fمرحبا بالعالم\u200F',
  'שלום עולם Ödön',
  '👩‍👩‍👧‍👦 Familie 🇩🇪',
  '中文名字 かな',
  'Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307algo',
  'a\nb\tc\u0000d\uD800e',
  'W'.repeat(200),
  '',
];

const row = (name: string | null, apart = 0): MonthRow => ({
  employee: { personioId: '3001', timetacId: 101, name },
  timetacHours: 160,
  personioHours: 160 + apart,
  timetacDays: 1.5,
  personioDays: 1.5,
  days:
    apart === 0
      ? []
      : [{ date: '2026-03-02', timetac: null, personio: 'WORK 08:00–12:00', onlyType: false, because: [] }],
  open: [],
});

function checkOf(rows: readonly MonthRow[]): MonthCheck {
  const sum = (name: 'timetacHours' | 'personioHours' | 'timetacDays' | 'personioDays'): number =>
    rows.reduce((total, one) => total + one[name], 0);
  return {
    month: '2026-03',
    totals: {
      timetacHours: sum('timetacHours'),
      personioHours: sum('personioHours'),
      timetacDays: sum('timetacDays'),
      personioDays: sum('personioDays'),
    },
    rows,
    differing: rows.filter(({ days }) => days.length > 0).length,
  };
}

const about = { name: 'Muster GmbH', language: 'de', printedAt: '01.04.2026, 09:00' } as const;

const printed = async (check: MonthCheck, language: 'de' | 'en' = 'de'): Promise<PDFDocument> =>
  PDFDocument.load(await monthAsPdf(check, { ...about, language }));

/** What is drawn on every page, as the file says it. */
function drawingsOf(pdf: PDFDocument): string[] {
  return pdf.getPages().map((page) => {
    const contents = page.node.Contents();
    const streams =
      contents instanceof PDFArray ? contents.asArray().map((ref) => pdf.context.lookup(ref)) : [contents];
    return streams
      .map((stream) =>
        stream instanceof PDFRawStream ? new TextDecoder().decode(decodePDFRawStream(stream).decode()) : '',
      )
      .join('\n');
  });
}

const count = (text: string, what: string): number => text.split(what).length - 1;
/** Ink of what differs. */
const differingInk = '0.76 0.33 0.1 rg';

describe('a month on paper', () => {
  test('any name is drawn, in both languages', async () => {
    const check = checkOf([row(null), ...hostile.map((name, index) => row(name, index - 4))]);
    for (const language of ['de', 'en'] as const) {
      const pdf = await PDFDocument.load(
        await monthAsPdf(check, { ...about, language, name: hostile.join(' '), printedAt: hostile[4] ?? '' }),
      );
      expect(pdf.getPageCount()).toBe(1);
    }
  });

  test('a long list goes on over pages, each with the head of the table and its number', async () => {
    const pdf = await printed(checkOf(Array.from({ length: 120 }, (_, index) => row(`Person ${index}`))));
    expect(pdf.getTitle()).toBe('Monatsvergleich März 2026 – Muster GmbH');
    expect(pdf.getPages().map((page) => page.getSize())).toEqual(
      Array.from({ length: 3 }, () => ({ width: 595.28, height: 841.89 })),
    );
    const drawings = drawingsOf(pdf);
    // Ten texts make a head, eight each line, two a foot, and six stand above the table.
    const texts = drawings.map((drawing) => count(drawing, ' Tj'));
    expect(texts.reduce((sum, many) => sum + many, 0)).toBe(3 * (10 + 2) + 121 * 8 + 6);
    expect(Math.min(...texts)).toBeGreaterThan(12);
  });

  test('each difference has its bar, and where both sides agree there is none', async () => {
    const inkOf = async (check: MonthCheck): Promise<number> =>
      count(drawingsOf(await printed(check)).join('\n'), differingInk);
    expect(await inkOf(checkOf([row('Anna'), row('Ben')]))).toBe(0);
    const one = await inkOf(checkOf([row('Anna', -4), row('Ben')]));
    const two = await inkOf(checkOf([row('Anna', -4), row('Ben', 2)]));
    expect(one).toBeGreaterThan(0);
    // Its bar, its difference in hours, and its number of days.
    expect(two - one).toBe(3);
  });

  test('a large company’s sums are drawn whole: smaller where they are wider than their column', async () => {
    const sizesOf = async (totals: MonthCheck['totals']): Promise<number[]> => {
      const [drawing = ''] = drawingsOf(await printed({ ...checkOf([row('Anna')]), totals }));
      return [...drawing.matchAll(/ ([\d.]+) Tf/g)].map(([, size]) => Number(size)).sort((a, b) => a - b);
    };
    const [ordinary] = await sizesOf(checkOf([row('Anna')]).totals);
    const hours = { timetacHours: 1_234_567.25, personioHours: 1_234_067.75 };
    const [small = 0, next = 0, third] = await sizesOf({ ...hours, timetacDays: 1, personioDays: 1 });
    expect(ordinary).toBe(7.5);
    expect([small, next].every((size) => size > 5 && size < 7.5)).toBe(true);
    expect(third).toBe(7.5);
    const { bold } = await embedFonts(await PDFDocument.create());
    expect(widthOf('1234567,25', bold, small)).toBeLessThanOrEqual(48);
  });

  test('a month without anybody is a page that says so', async () => {
    expect((await printed(checkOf([]))).getPageCount()).toBe(1);
  });

  test.each([
    [
      [row('Anna'), row('Ben')],
      'Beide Seiten stimmen überein: 2 Personen, keine Differenz.',
      'Both sides agree: 2 people, no difference.',
    ],
    [[row('Anna', 1), row('Ben')], 'Bei 1 von 2 Personen gibt es Unterschiede.', '1 of 2 people differs.'],
    [[row('Anna', 1)], 'Bei der einzigen Person gibt es Unterschiede.', 'The only person differs.'],
    [
      [],
      'Niemand zu vergleichen: In diesem Monat war keine verknüpfte Person im Abgleich.',
      'Nobody to compare: no linked person was in scope in this month.',
    ],
  ])('the sentence above the table', (rows, de, en) => {
    expect(resultSentence(checkOf(rows), 'de')).toBe(de);
    expect(resultSentence(checkOf(rows), 'en')).toBe(en);
  });
});

describe('names', () => {
  test('what the font lacks is a box, one for each character that people see', async () => {
    const { regular } = await embedFonts(await PDFDocument.create());
    expect(drawable('👩‍👩‍👧‍👦 Familie 中文', regular)).toBe('□ Familie □□');
    expect(drawable('Łukasz Đorđević-Żółć', regular)).toBe('Łukasz Đorđević-Żółć');
    expect(drawable('\u202Eevil\u202C', regular)).toBe('evil');
  });

  test('pieces that are written leftwards are turned, the others stay as they are', async () => {
    const { regular } = await embedFonts(await PDFDocument.create());
    const hex = (text: string): string => encoded(text, regular).asString();
    expect(hex('Ödön שלום')).toBe(hex('Ödön ') + hex('שלום'));
    expect(hex('שלום Ödön')).toBe(hex('Ödön ') + hex('שלום'));
    const turned = hex('שלום').match(/.{4}/g)?.toReversed().join('');
    expect(turned).toBe(Array.from('שלום', hex).join(''));
    expect(widthOf('Ödön שלום', regular, 10)).toBeCloseTo(
      widthOf('Ödön ', regular, 10) + regular.widthOfTextAtSize('שלום', 10),
    );
  });

  test('what is too long is cut with an ellipsis and fits', async () => {
    const { regular } = await embedFonts(await PDFDocument.create());
    for (const name of hostile) {
      const line = fitted(name, regular, 8.5, 130);
      expect(regular.widthOfTextAtSize(line, 8.5)).toBeLessThanOrEqual(130);
    }
    expect(fitted('W'.repeat(200), regular, 8.5, 130)).toMatch(/^W{10,}…$/);
    expect(fitted('Anna Ahrens', regular, 8.5, 130)).toBe('Anna Ahrens');
  });
});
