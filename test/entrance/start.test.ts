// `tandem start`, as `npm start` calls it: the demo a stranger sees first, and the server that holds a data folder.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readDocument } from './report-document.ts';
import { openStage } from './stage.ts';
import { endEverything, start, tandem } from './tandem.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-start-'));
});
afterEach(async () => {
  await endEverything();
  rmSync(folder, { recursive: true, force: true });
});

const page = /The page: (http:\/\/127\.0\.0\.1:\d+)/;
const get = async (url: string) => {
  const response = await fetch(url);
  return { status: response.status, text: await response.text(), headers: response.headers };
};

test('the demo shows a first run with at least eight kinds of issues, and serves its page until it is stopped', async () => {
  const server = start(['start', '--port', '0', '--data', folder]);
  const [, url = ''] = await server.says(page);
  const codes = new Set(
    [...server.out().matchAll(/^ {2}([a-z]+(?:-[a-z]+)+) .*· [0-9a-f]{12}$/gm)].map(([, code]) => code),
  );
  expect(codes.size, [...codes].join(' ')).toBeGreaterThanOrEqual(8);

  expect(await get(`${url}/health/live`)).toMatchObject({ status: 200 });
  expect(await get(`${url}/health/ready`)).toMatchObject({ status: 200 });
  const shown = await get(url);
  expect(shown.status).toBe(200);
  expect(shown.text).toContain('<div id="root">');
  expect(shown.text).not.toMatch(/style=|<style|<script(?![^>]*\bsrc=)/);
  expect(shown.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/);
  expect((await get(`${url}/metrics`)).text).toContain('tandem_runs_total{status="done-with-issues"} 1');

  const entered = await fetch(`${url}/api/v1/session/demo`, { method: 'POST' });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const { issues } = (await (
    await fetch(`${url}/api/v1/integrations/demo/issues`, { headers: { cookie } })
  ).json()) as { issues: { code: string }[] };
  expect(new Set(issues.map(({ code }) => code))).toEqual(codes);

  const second = await tandem(['start', '--port', '0', '--data', folder]);
  expect(second.exit).toBe(2);
  expect(second.err).toContain(`process ${server.pid}`);

  server.signal('SIGTERM');
  const ended = await server.ended;
  expect(ended.exit).toBe(0);
  await expect(fetch(`${url}/health/live`)).rejects.toThrow('fetch failed');
});

test('a server that holds the folder carries out what commands hand over', async () => {
  const stage = await openStage({ employees: 5, days: 3 });
  try {
    const config = stage.configFile();
    const words = ['--config', config, '--data', stage.dataFolder()];
    const server = start(['start', '--port', '0', ...words]);
    const [, url = ''] = await server.says(page);
    const exported = stage.exported();
    expect(exported.length).toBeGreaterThan(0);
    // A service's log says how a run ended, and nothing about anybody (rule 0.10).
    expect(server.out()).toMatch(/Calls: Personio \d+/);
    expect(server.err()).toMatch(/^run of file-\S+: \S+ (done|done-with-issues), full; employees \+\d/m);
    const log = server.out() + server.err();
    for (const { last_name } of stage.hr.state.employees) expect(log).not.toContain(last_name);

    const [someone] = stage.time.state.timeTrackings.filter((row) => row.absence_request_id === null);
    stage.time.people.deleteTimeTracking(someone?.id ?? 0);
    const handedOver = await tandem(['sync', ...words, '--json']);
    const report = readDocument(handedOver.out);
    // What commands hand over counts as well.
    expect((await get(`${url}/metrics`)).text).toMatch(/tandem_runs_total\{status="[^"]+"\} 2/);
    expect(report.run.writes.personio).toBeGreaterThan(0);
    expect(handedOver.err).toMatch(/^Reading/);
    expect(stage.exported()).not.toEqual(exported);
    const told = await tandem(['report', ...words, '--json']);
    expect(readDocument(told.out)).toEqual(report);
    expect(server.out()).toMatch(/Create the first operator here: http:\/\/127\.0\.0\.1:\d+\/first#\S{43}/);
    expect((await get(`${url}/api/v1/integrations`)).status).toBe(401);

    server.signal('SIGINT');
    expect((await server.ended).exit).toBe(0);

    const { port } = new URL(stage.personioUrl);
    const refused = await tandem(['start', '--port', port, ...words]);
    expect(refused.exit).toBe(2);
    expect(refused.err).toContain(`port ${port} is in use: choose another with --port`);
  } finally {
    await stage.close();
  }
});
