// Builds what proves the promise (voyages, kill sweeps, benches) with the project's own compiler and runs one of them
// with plain Node. Every call has a build of its own, so that two may run at once, sources may change meanwhile, and
// mutants can be made of it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const home = join(root, '.built');

/** `main(args, print)` of this module decides on the exit code. */
export async function runBuilt(...entry) {
  const build = join(home, String(process.pid));
  mkdirSync(home, { recursive: true });
  for (const left of readdirSync(home))
    if (!isAlive(Number(left))) rmSync(join(home, left), { recursive: true });
  process.on('exit', () => rmSync(build, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const built = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.built.json', '--outDir', build], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (built.status !== 0) process.exit(70);
  const { main } = await import(pathToFileURL(join(build, ...entry)).href);
  process.exitCode = await main(process.argv.slice(2), (text) => void process.stdout.write(`${text}\n`));
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
