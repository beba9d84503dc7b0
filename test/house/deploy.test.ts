// What is delivered beside the program, held against it: image, compose file, services, dashboard and the operating guide
// name only what there is, and everything there is.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { openMetrics } from '../../src/api/metrics.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const inFolder = (folder: string): string[] =>
  readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);

const delivered = [...inFolder('deploy'), 'compose.yaml', 'Dockerfile'];
const guide = inFolder('docs/operating');
const variablesIn = (text: string): string[] => text.match(/\bTANDEM_[A-Z_]+\b/g) ?? [];

/** What the server reads, by the one place that may. */
const known = new Set(
  [...read('src/app/config.ts').matchAll(/(?:environment\[|read\()'(TANDEM_[A-Z_]+)'/g)].map(
    ([, name = '']) => name,
  ),
);

test('every variable that is named in a delivered file or in the guide is one that the server reads', () => {
  expect(known.size).toBeGreaterThan(5);
  const unknown = [
    ...delivered,
    ...guide,
    'README.md',
    'docs/getting-started.md',
    'docs/security.md',
  ].flatMap((path) =>
    variablesIn(read(path))
      .filter((name) => !known.has(name))
      .map((name) => `${path}: ${name}`),
  );
  expect(unknown).toEqual([]);
});

test('every variable that the server reads stands in the table of the guide', () => {
  const told = new Set(
    read('docs/operating/README.md')
      .split('\n')
      .filter((line) => line.startsWith('| `TANDEM_'))
      .flatMap((line) => variablesIn(line.split('|')[1] ?? '')),
  );
  expect([...told].sort()).toEqual([...known].sort());
});

test('the pages of the guide lead somewhere, and each of them stands in its list', () => {
  const dead = [...guide, 'README.md'].flatMap((path) =>
    [...read(path).matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)]
      .map(([, target = '']) => join(path, '..', target))
      .filter((target) => !existsSync(join(root, target)))
      .map((target) => `${path}: ${target}`),
  );
  expect(dead).toEqual([]);
  const list = read('docs/operating/README.md');
  const missing = guide.filter((path) => !path.endsWith('/README.md') && !isListed(path, list));
  expect(missing).toEqual([]);
});

/** The page of codes leads on to a list of its own. */
const isListed = (path: string, list: string): boolean =>
  path.endsWith('/codes.md') || list.includes(`](${path.replace('docs/operating/', '')})`);

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
  readonly volumes: readonly string[];
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly deploy?: { readonly replicas: number };
}

interface Compose {
  readonly services: Readonly<Record<'postgres' | 'app' | 'worker', Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, unknown>>;
}

test('compose runs one server and two workers, which share database, key and mail', () => {
  const { services, volumes, secrets } = parse(read('compose.yaml'), { merge: true }) as Compose;
  expect(Object.keys(services).sort()).toEqual(['app', 'postgres', 'worker']);
  expect(services.worker).toMatchObject({ command: ['worker'], deploy: { replicas: 2 } });
  expect(services.worker.environment).toEqual(services.app.environment);
  expect(services.worker.image).toBe(services.app.image);
  expect(services.app.environment['TANDEM_DATABASE_URL']).toMatch(/^postgresql:\/\/tandem@postgres\//);
  // The folder and the port are the image's; whatever else the server reads, the file beside it decides.
  const ofImage = ['TANDEM_DATA_DIR', 'TANDEM_PORT'];
  const handedOver = Object.keys(services.app.environment).filter((name) => name.startsWith('TANDEM_'));
  expect([...handedOver, ...ofImage].sort()).toEqual([...known].sort());
  for (const service of Object.values(services)) {
    expect(Object.keys(secrets)).toEqual(expect.arrayContaining([...service.secrets]));
    expect(Object.keys(volumes)).toEqual(
      expect.arrayContaining(service.volumes.map((volume) => volume.split(':')[0] ?? '')),
    );
    for (const other of Object.keys(service.depends_on ?? {})) expect(services).toHaveProperty(other);
  }
  const given = variablesOfExample();
  const asked = read('compose.yaml').matchAll(/\$\{([A-Z_]+)/g);
  expect([...asked].map(([, name = '']) => name).filter((name) => !given.has(name))).toEqual([]);
});

const variablesOfExample = (): Set<string> =>
  new Set([...read('deploy/tandem.env.example').matchAll(/^#?([A-Z_]+)=/gm)].map(([, name = '']) => name));

/** `tandem COMMAND …` as the image and the services call it, with its usage from the table of commands. */
function expectKnown(words: readonly string[]): void {
  const [command = '', ...options] = words;
  const usage = read('src/app/main.ts').match(new RegExp(`^ {4}'(${command}\\b.*)',$`, 'm'))?.[1];
  expect(usage, command).toBeDefined();
  for (const option of options.filter((word) => word.startsWith('--'))) expect(usage).toContain(option);
}

test('the image starts the server as nobody special, without a shell, on the port it announces', () => {
  const lines = read('Dockerfile').replaceAll('\\\n', ' ').split('\n');
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
  const the = (word: string): string =>
    last.find((line) => line.startsWith(`${word} `))?.slice(word.length + 1) ?? '';
  expect(the('USER')).toMatch(/^[1-9]\d{3,}:[1-9]\d{3,}$/);
  expect(JSON.parse(the('ENTRYPOINT'))).toEqual(['node', '/app/bin/tandem']);
  expectKnown(JSON.parse(the('CMD')) as string[]);
  expect(the('ENV')).toContain(`TANDEM_PORT=${the('EXPOSE')}`);
  expect(the('ENV')).toContain(`TANDEM_DATA_DIR=${the('VOLUME')}`);
  const [, check = ''] = the('HEALTHCHECK').split(' CMD ');
  expect((JSON.parse(check) as string[]).join(' ')).toContain('/health/ready');
});

test('the image holds what the package holds, and nothing that would have to be built or installed', () => {
  const lines = read('Dockerfile').split('\n');
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
  const held = last
    .filter((line) => line.startsWith('COPY '))
    .flatMap((line) => line.split(' ').slice(1, -1))
    .filter((word) => !word.startsWith('--'))
    .map((path) => path.replace(/^\/app\//, ''));
  const { files } = JSON.parse(read('package.json')) as { files: string[] };
  expect(held.sort()).toEqual([...files, 'node_modules', 'package.json'].sort());
  const ignored = read('.dockerignore').split('\n');
  expect(ignored).toEqual(
    expect.arrayContaining(['.env', 'secrets/', 'data/', '.git', 'node_modules', 'dist']),
  );
  expect(ignored.filter((line) => ['src', 'web', 'bin', 'docs', 'scripts'].includes(line))).toEqual([]);
});

/** Sections of a unit file; a key may be given several times. */
function unitOf(path: string): Map<string, [key: string, value: string][]> {
  const sections = new Map<string, [string, string][]>();
  let current: [string, string][] = [];
  for (const line of read(path)
    .split('\n')
    .filter((text) => text !== '' && !text.startsWith('#'))) {
    const [, section] = /^\[(\w+)\]$/.exec(line) ?? [];
    const [, key = '', value = ''] = /^(\w+)=(.*)$/.exec(line) ?? [];
    expect(section ?? key, `${path}: ${line}`).not.toBe('');
    if (section === undefined) current.push([key, value]);
    else sections.set(section, (current = []));
  }
  return sections;
}

const units = ['deploy/tandem.service', 'deploy/tandem-worker@.service'] as const;

test.each(units)('%s starts a command that there is, and is tried again however it ended', (path) => {
  const unit = unitOf(path);
  expect([...unit.keys()]).toEqual(['Unit', 'Service', 'Install']);
  const service = new Map(unit.get('Service'));
  expect(service.get('ExecStart')).toMatch(/^\/usr\/bin\/node \/opt\/tandem\/bin\/tandem /);
  expectKnown((service.get('ExecStart') ?? '').split(' ').slice(2));
  expect(Object.fromEntries(service)).toMatchObject({
    User: 'tandem',
    Restart: 'on-failure',
    NoNewPrivileges: 'yes',
    ProtectSystem: 'strict',
    Environment: `TANDEM_DATA_DIR=/var/lib/${service.get('StateDirectory')}`,
  });
  // A database that is not there yet ends it with 2, as a wrong configuration does.
  expect(service.has('RestartPreventExitStatus')).toBe(false);
  // Node compiles while it runs.
  expect(service.has('MemoryDenyWriteExecute')).toBe(false);
});

test('server and workers are shut in alike', () => {
  const [server, worker] = units.map((path) =>
    (unitOf(path).get('Service') ?? []).filter(([key]) => key !== 'ExecStart'),
  );
  expect(worker).toEqual(server);
});

interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly targets?: readonly { readonly expr: string }[];
}

interface Dashboard {
  readonly schemaVersion: number;
  readonly panels: readonly Panel[];
  readonly templating: { readonly list: readonly { readonly name: string; readonly type: string }[] };
}

test('the dashboard shows only metrics that the server has, and all of its own', async () => {
  const text = read('deploy/grafana-dashboard.json');
  const { schemaVersion, panels, templating } = JSON.parse(text) as Dashboard;
  expect(schemaVersion).toBeGreaterThan(30);
  expect(templating.list.map(({ name, type }) => [name, type])).toContainEqual(['datasource', 'datasource']);
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  const empty = panels.filter(({ type, targets }) => type !== 'row' && !targets?.every(hasMetric));
  expect(empty.map(({ title }) => title)).toEqual([]);

  const shown = seriesOf(await openMetrics().text());
  const named = new Set(text.match(/\btandem_\w+/g));
  expect([...named].filter((name) => !shown.has(name))).toEqual([]);
  const own = ['tandem_runs_total', 'tandem_vendor_writes_total', 'tandem_vendor_requests_total'];
  expect([...named]).toEqual(expect.arrayContaining([...own, 'tandem_http_seconds_bucket']));
});

const hasMetric = ({ expr }: { readonly expr: string }): boolean => /\btandem_\w+/.test(expr);

/** Names of series; a histogram has three of them. */
function seriesOf(exposition: string): Set<string> {
  return new Set(
    [...exposition.matchAll(/^# TYPE (\w+) (\w+)$/gm)].flatMap(([, name = '', type]) =>
      type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
    ),
  );
}
