// A new embedded database takes seconds to make and a moment to copy: tests take copies of one that was made once. What
// it is made of is part of its name, so that none outlives a change of the tables.

import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { openEmbeddedDatabase } from '../../src/store/database.ts';

/** The tables, as sources or built, and the version of the database. */
const recipe = [
  readFileSync(new URL(`../../src/store/sql/migrate${extname(import.meta.url)}`, import.meta.url)),
  readFileSync(new URL('../package.json', import.meta.resolve('@electric-sql/pglite'))),
];

/** Puts a migrated, empty database into a folder that does not exist yet. */
export async function newDatabaseIn(folder: string): Promise<void> {
  const hash = createHash('sha256');
  for (const part of recipe) hash.update(part);
  const template = join(tmpdir(), `tandem-database-${hash.digest('hex').slice(0, 16)}`);
  if (!existsSync(template)) await makeTemplate(template);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  cpSync(template, folder, { recursive: true });
}

/** Made beside and renamed: several test processes may begin at once, and one of them is first. */
async function makeTemplate(template: string): Promise<void> {
  const beside = mkdtempSync(`${template}-`);
  const database = await openEmbeddedDatabase(join(beside, 'db'));
  await database.close();
  try {
    renameSync(join(beside, 'db'), template);
  } catch {
    // Somebody else was first.
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}
