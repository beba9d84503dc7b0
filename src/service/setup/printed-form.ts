// The requirement form as a PDF, and its way back into the form.

import { formFromSheet } from '../../core/settings/sheet-form.ts';
import { sheetOf } from '../../core/settings/sheet.ts';
import type { Actor, FrontDesk } from '../front-desk.ts';
import { Problem } from '../problem.ts';
import { changeSetup, readSetup } from './change.ts';
import { withForm } from './form.ts';

export async function printForm(
  desk: FrontDesk,
  setupId: string,
  language: 'de' | 'en',
): Promise<Uint8Array> {
  const { form, name } = await readSetup(desk, setupId);
  return desk.papers.makeForm(sheetOf({ name, ...form }), language);
}

/** Reading one takes a process and seconds: nobody shall keep the others from theirs. */
const uploads = { most: 20, withinMs: 600_000 };

/** Nothing of the file itself is kept. */
export async function importPrintedForm(
  desk: FrontDesk,
  actor: Actor,
  setupId: string,
  { fileName, content }: { readonly fileName: string; readonly content: string },
): Promise<void> {
  const wait = await desk.office.countTry(`printed-form ${actor.person.id}`, desk.now(), uploads);
  if (wait !== null)
    throw new Problem('too-many-tries', { retryAfterSeconds: Math.ceil((wait - desk.now()) / 1000) });
  const read = await desk.papers.readForm(Buffer.from(content, 'base64'));
  if (!read.ok) throw new Problem('not-possible', { message: read.why });
  await changeSetup(desk, actor, setupId, 'form.printed-in', (setup) => {
    const made = formFromSheet(read.sheet, setup.form);
    if ('mistakes' in made) throw new Problem('form-has-mistakes', { fields: made.mistakes });
    return {
      setup: withForm(desk, actor, setup, made.form),
      details: { fileName: fileName.slice(0, 200) },
    };
  });
}
