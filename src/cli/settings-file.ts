// Reading the configuration file that a command names; every mistake is told with its place.

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Mistake, parseSettings } from '../core/settings/document.ts';
import type { Settings } from '../core/settings/settings.ts';
import { UsageMistake } from './arguments.ts';
import type { CommandContext } from './commands.ts';

export class BrokenSettings extends Error {
  override readonly name = 'BrokenSettings';
  readonly file: string;
  readonly mistakes: readonly Mistake[];
  constructor(file: string, mistakes: readonly Mistake[]) {
    super(`${file}: ${mistakes.length} mistakes`);
    this.file = file;
    this.mistakes = mistakes;
  }
}

export function readSettingsFile(context: CommandContext, file: string | null): Settings {
  if (file === null) throw new UsageMistake('--config FILE is missing');
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageMistake(
      `${file}: ${code === 'ENOENT' ? 'there is no such file' : `cannot be read (${code ?? 'unknown'})`}`,
    );
  }
  const parsed = parseSettings(textIn(bytes, file), {
    fileName: basename(file),
    environment: context.server.environment,
    allowPrivateHosts: context.server.allowPrivateHosts,
  });
  if (!parsed.ok) throw new BrokenSettings(file, parsed.mistakes);
  return parsed.settings;
}

/** Saved in another encoding, names would be others from there on, and nobody would be told. */
export function textIn(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageMistake(`${file}: this is not UTF-8 text; save it as UTF-8`);
  }
}

/** `file:line:column path: what is wrong (hint)`, one line each. */
export function renderMistakes({ file, mistakes }: BrokenSettings): string {
  return mistakes
    .map(({ path, line, column, message, hint }) => {
      const place = line === null ? file : `${file}:${line}${column === null ? '' : `:${column}`}`;
      return `${place} ${path === '' ? '' : `${path}: `}${message.en}${hint === null ? '' : ` ${hint.en}`}\n`;
    })
    .join('');
}
