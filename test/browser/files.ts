// Files that the page hands out, and files that people choose.

import { readFile } from 'node:fs/promises';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Locator, Page } from 'playwright-core';

/** What lies in the downloads folder after this was pressed. */
export async function downloaded(page: Page, link: Locator): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return readFile(await download.path());
}

/** Chooses a file as a person does, in the dialog of the browser. */
export async function choose(
  page: Page,
  field: Locator,
  file: { readonly name: string; readonly content: Uint8Array },
): Promise<void> {
  const [dialog] = await Promise.all([page.waitForEvent('filechooser'), field.click()]);
  await dialog.setFiles({
    name: file.name,
    mimeType: 'application/pdf',
    buffer: Buffer.from(file.content),
  });
}

/** As a PDF viewer saves it: texts typed and answers chosen by the names of their fields. */
export async function filledInElsewhere(
  form: Uint8Array,
  { texts, answers }: { readonly texts: Record<string, string>; readonly answers: Record<string, string> },
): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(form);
  for (const [name, text] of Object.entries(texts)) pdf.getForm().getTextField(name).setText(text);
  for (const [name, answer] of Object.entries(answers)) pdf.getForm().getRadioGroup(name).select(answer);
  return pdf.save();
}
