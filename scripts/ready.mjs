// Makes a fresh clone ready: installs when the lock file is newer than what is installed, builds when a source is
// newer than what was built. Only Node and npm are needed. Called by `npm start`, `npm test` and `bin/tandem`.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const installed = join(root, 'node_modules', '.tandem-installed');
const built = join(root, 'dist', '.built');
const builtPage = join(root, 'dist-web', '.built');
const serverConfig = join(root, 'scripts', 'server.vite.config.mjs');
const pageConfig = join(root, 'web', 'vite.config.ts');

const timeOf = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

function newestIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((newest, entry) => {
    const path = join(folder, entry.name);
    return Math.max(newest, entry.isDirectory() ? newestIn(path) : timeOf(path));
  }, 0);
}

class StepFailed extends Error {}

function run(command, args) {
  // Progress belongs on stderr: stdout may be somebody's JSON document.
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) throw new StepFailed(`${command} ${args.join(' ')} failed; see above.`);
}

/** Two shells may start at once: the second waits for the first. A lock whose owner is gone is taken over. */
function alone(work) {
  const lock = join(root, '.ready.lock');
  while (!takeLock(lock)) {
    if (ownerIsGone(lock)) rmSync(lock, { recursive: true, force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
  try {
    work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function takeLock(lock) {
  try {
    mkdirSync(lock);
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw new StepFailed(
      `${root} cannot be written to (${error.code}), and something there is older than its sources: install or build it as somebody who may.`,
    );
  }
  writeFileSync(join(lock, 'pid'), String(process.pid));
  return true;
}

function ownerIsGone(lock) {
  let pid;
  try {
    pid = Number(readFileSync(join(lock, 'pid'), 'utf8'));
  } catch {
    // Between the folder and its file lies a moment; a lock that stays without one was left by a killed process.
    return Date.now() - timeOf(lock) > 2_000;
  }
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

const needsInstall = () =>
  existsSync(join(root, 'package-lock.json')) &&
  (!existsSync(join(root, 'node_modules')) ||
    timeOf(join(root, 'package-lock.json')) >
      Math.max(timeOf(installed), timeOf(join(root, 'node_modules', '.package-lock.json'))));

const needsBuild = () =>
  existsSync(join(root, 'src')) &&
  Math.max(newestIn(join(root, 'src')), timeOf(serverConfig)) > timeOf(built);

/** The page is built beside the server, from its own sources and the types of the API. */
const needsPage = () =>
  existsSync(join(root, 'web')) &&
  Math.max(newestIn(join(root, 'web')), newestIn(join(root, 'src', 'api', 'contract'))) > timeOf(builtPage);

export function ready() {
  if (!needsInstall() && !needsBuild() && !needsPage()) return;
  try {
    alone(() => {
      if (needsInstall()) install();
      if (needsBuild()) build();
      if (needsPage()) buildPage();
    });
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    process.exit(70);
  }
}

function install() {
  process.stderr.write('Installing what is missing …\n');
  run('npm', ['ci', '--no-audit', '--no-fund']);
  writeFileSync(installed, '');
}

function build() {
  process.stderr.write('Building …\n');
  buildBeside('dist', serverConfig);
}

function buildPage() {
  process.stderr.write('Building the page …\n');
  buildBeside('dist-web', pageConfig);
}

/** Built beside and moved into place, so that nobody runs half a build. */
function buildBeside(name, config) {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const fresh = join(root, `.${name}-${process.pid}`);
  const how = ['--config', config, '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn'];
  try {
    run(process.execPath, [vite, 'build', ...how]);
    writeFileSync(join(fresh, '.built'), '');
    rmSync(join(root, name), { recursive: true, force: true });
    renameSync(fresh, join(root, name));
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ready();
