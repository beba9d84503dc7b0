// Makes a fresh clone ready: installs when the lock file is newer than what is installed, builds when a source is
// newer than what was built. Only Node and npm are needed. Called by `npm start`, `npm test` and `bin/tandem`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const installed = join(root, 'node_modules', '.tandem-installed');
const built = join(root, 'dist', '.built');

const timeOf = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

function newestIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((newest, entry) => {
    const path = join(folder, entry.name);
    return Math.max(newest, entry.isDirectory() ? newestIn(path) : timeOf(path));
  }, 0);
}

function run(command, args) {
  // Progress belongs on stderr: stdout may be somebody's JSON document.
  const result = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (result.status !== 0) {
    process.stderr.write(`\n${command} ${args.join(' ')} failed; see above.\n`);
    process.exit(70);
  }
}

/** Two shells may start at once: the second waits for the first, and a lock left by a killed one is taken over. */
function alone(work) {
  const lock = join(root, '.ready.lock');
  for (let waitedMs = 0; ; waitedMs += 200) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      if (waitedMs > 180_000 || Date.now() - timeOf(lock) > 180_000) rmSync(lock, { recursive: true, force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
  try {
    work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

const needsInstall = () =>
  existsSync(join(root, 'package-lock.json')) &&
  (!existsSync(join(root, 'node_modules')) ||
    timeOf(join(root, 'package-lock.json')) >
      Math.max(timeOf(installed), timeOf(join(root, 'node_modules', '.package-lock.json'))));

const needsBuild = () =>
  existsSync(join(root, 'src')) &&
  Math.max(newestIn(join(root, 'src')), timeOf(join(root, 'tsconfig.build.json'))) > timeOf(built);

export function ready() {
  if (!needsInstall() && !needsBuild()) return;
  alone(() => {
    if (needsInstall()) {
      process.stderr.write('Installing what is missing …\n');
      run('npm', ['ci', '--no-audit', '--no-fund']);
      writeFileSync(installed, '');
    }
    if (needsBuild()) {
      process.stderr.write('Building …\n');
      const fresh = join(root, `.dist-${process.pid}`);
      rmSync(fresh, { recursive: true, force: true });
      run(process.execPath, [
        join(root, 'node_modules', 'typescript', 'bin', 'tsc'),
        ...['-p', 'tsconfig.build.json', '--outDir', fresh],
      ]);
      writeFileSync(join(fresh, '.built'), '');
      rmSync(join(root, 'dist'), { recursive: true, force: true });
      renameSync(fresh, join(root, 'dist'));
    }
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ready();
