// `tandem form`: the requirement form as a fillable PDF, and from a filled-in one to a configuration file.

import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pathText } from '../core/settings/mistake.ts';
import { sheetOf } from '../core/settings/sheet.ts';
import { fileFromSheet } from '../core/settings/sheet-file.ts';
import type { SheetMistake } from '../core/settings/sheet-mistake.ts';
import { type Branch, isBranch, readTree } from '../core/settings/tree.ts';
import { type Arguments, UsageMistake, readArguments } from './arguments.ts';
import type { Command, CommandContext } from './commands.ts';
import { type ExitCode, exitCodes } from './exit.ts';
import { BrokenSettings, textIn } from './settings-file.ts';

const options = { out: 'text', config: 'text', language: 'text' } as const;

/** Files that are there already are never written over. */
export const form: Command = {
  usage:
    'form export --out FILE.pdf [--config FILE] [--language de|en] | form import FILE.pdf --out FILE.yaml [--config BASE.yaml]',
  summary: 'the requirement form as a fillable PDF, and a filled-in one as a configuration file',
  run: async (context) => {
    const given = readArguments(context.argv, options, ['verb', 'file']);
    const [verb, file] = given.positionals;
    switch (verb) {
      case 'export':
        if (file !== undefined) throw new UsageMistake(`unexpected “${file}”`);
        return exportForm(context, given);
      case 'import':
        if (file === undefined) throw new UsageMistake('form import: FILE.pdf is missing');
        if (given.text('language') !== null)
          throw new UsageMistake('--language belongs to form export; a filled-in form knows its own');
        return importForm(context, given, file);
      default:
        throw new UsageMistake('form: expected export or import FILE.pdf');
    }
  },
};

async function exportForm({ papers, terminal }: CommandContext, given: Arguments): Promise<ExitCode> {
  const [out, language] = [outOf(given, 'FILE.pdf'), given.text('language') ?? 'de'];
  if (language !== 'de' && language !== 'en')
    throw new UsageMistake(`--language: “${language}” is neither de nor en`);
  const config = given.text('config');
  const sheet = sheetOf(config === null ? {} : readDocument(config));
  writeNew(out, await papers.makeForm(sheet, language));
  terminal.out(
    `${out}: written. Once it is filled in, tandem form import ${out} makes a configuration of it.\n`,
  );
  return exitCodes.inStep;
}

async function importForm(
  { papers, terminal }: CommandContext,
  given: Arguments,
  file: string,
): Promise<ExitCode> {
  const [out, config] = [outOf(given, 'FILE.yaml'), given.text('config')];
  const base = config === null ? null : readDocument(config);
  const read = await papers.readForm(readSmall(file));
  if (!read.ok) {
    terminal.err(`${file}: ${read.why.en}\n`);
    return exitCodes.usage;
  }
  const made = fileFromSheet(read.sheet, base);
  if ('mistakes' in made) {
    terminal.err(made.mistakes.map((mistake) => lineOf(file, mistake, read.language)).join(''));
    return exitCodes.usage;
  }
  writeNew(out, made.text);
  terminal.out(`${out}: written. tandem config validate ${out} checks it.\n`);
  return exitCodes.inStep;
}

function outOf(given: Arguments, what: string): string {
  const out = given.text('out');
  if (out === null) throw new UsageMistake(`--out ${what} is missing`);
  return out;
}

/** In the language of the form: its labels are how its reader finds the place. */
function lineOf(file: string, { label, message, hint }: SheetMistake, language: 'de' | 'en'): string {
  return `${file}: ${label[language]}: ${message[language]}${hint === null ? '' : ` ${hint[language]}`}\n`;
}

/** A configuration as it is written, complete or not, placeholders and all. */
function readDocument(file: string): Branch {
  const { tree, mistakes } = readTree(textIn(readSmall(file), file), basename(file));
  if (mistakes.length > 0)
    throw new BrokenSettings(
      file,
      mistakes.map(({ path, place, message, hint }) => ({
        path: pathText(path),
        line: place?.line ?? null,
        column: place?.column ?? null,
        message,
        hint,
      })),
    );
  if (!isBranch(tree)) throw new UsageMistake(`${file}: is no configuration`);
  return tree;
}

/** No form and no configuration is larger; what is, need not be taken into memory to say so. */
const mostBytes = 8 * 1024 * 1024;

function readSmall(file: string): Buffer {
  try {
    if (statSync(file).size > mostBytes)
      throw new UsageMistake(`${file}: is larger than any requirement form or configuration`);
    return readFileSync(file);
  } catch (error) {
    throw fileTrouble(error, file, 'read');
  }
}

/** Only its owner may read it: a configuration may hold secrets. */
function writeNew(file: string, content: Uint8Array | string): void {
  try {
    writeFileSync(file, content, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    throw fileTrouble(error, file, 'written');
  }
}

function fileTrouble(error: unknown, file: string, done: 'read' | 'written'): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) return error;
  if (code === 'EEXIST')
    return new UsageMistake(`${file}: exists already, and is not written over; choose another name`);
  if (code === 'ENOENT')
    return new UsageMistake(`${file}: there is no such ${done === 'read' ? 'file' : 'folder'}`);
  return new UsageMistake(`${file}: cannot be ${done} (${code})`);
}
