// The way to paper: PDF and Excel are loaded when somebody asks for one, because most processes never do.

import type { DeskPapers } from '../service/front-desk.ts';
import type { Papers } from '../service/papers.ts';

export const papers: Papers = {
  makeForm: async (sheet, language) =>
    (await import('../documents/form-pdf.ts')).makeFormPdf(sheet, language),
  readForm: async (bytes) => (await import('../documents/read-form-pdf.ts')).readFormPdf(bytes),
};

export const deskPapers: DeskPapers = {
  ...papers,
  monthAsPdf: async (check, about) => (await import('../documents/month-pdf.ts')).monthAsPdf(check, about),
  workbook: async (tables) => (await import('../documents/workbook.ts')).workbookOf(tables),
};
