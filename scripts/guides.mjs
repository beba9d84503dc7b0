// Writes docs/issues from the guides in src/core/report/guides: `npm run docs:guides`.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ready } from './ready.mjs';

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'docs', 'issues');

ready();
const { guidePages } = await import('../dist/core/report/guides/pages.js');
const pages = guidePages();

mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (!pages.has(name)) rmSync(join(folder, name));
for (const [name, text] of pages) writeFileSync(join(folder, name), text);
process.stdout.write(`docs/issues: ${pages.size} pages\n`);
