// `tandem sync` and `tandem report` from outside: what is printed, what was done at the vendors, and how it ends.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changesOf, readDocument, type ReportDocument } from './report-document.ts';
import { openStage, type Stage } from './stage.ts';
import { tandem } from './tandem.ts';

describe('one company from its first dry run on', () => {
  let stage: Stage;
  let config: string;
  let first: ReportDocument;
  const sync = (...options: string[]) =>
    tandem(['sync', '--config', config, '--data', stage.dataFolder(), '--json', ...options]);

  beforeAll(async () => {
    stage = await openStage();
    config = stage.configFile();
  });
  afterAll(() => stage.close());

  test('a report before the first run is a usage mistake that says what to do', async () => {
    const report = await tandem(['report', '--config', config, '--data', stage.dataFolder()]);
    expect(report.exit).toBe(2);
    expect(report.out).toBe('');
    expect(report.err).toContain('tandem sync');
  });

  test('a dry run tells every action and writes nothing, at the vendors or for the next run', async () => {
    stage.lookAtCalls();
    const ended = await sync('--dry-run');
    const planned = readDocument(ended.out);
    expect(planned.run).toMatchObject({
      mode: 'dry-run',
      scope: 'full',
      writes: { personio: 0, timetac: 0 },
    });
    expect(stage.lookAtCalls()).toEqual({
      requests: planned.run.requests,
      writes: { personio: 0, timetac: 0 },
    });
    expect(stage.exported()).toEqual([]);
    expect(planned.refusal).toBeNull();
    for (const part of ['employees', 'absences', 'attendances'] as const) {
      const creates = planned.actions?.filter((action) => action.kind === 'create' && action.part === part);
      expect(creates?.length, part).toBe(planned.parts[part].created);
      expect(planned.parts[part].created, part).toBeGreaterThan(0);
    }
    expect(ended.exit).toBe(planned.issues.length > 0 ? 1 : 0);
    first = planned;
  });

  test('the run does exactly what the dry run said, one write per record', async () => {
    const ended = await sync('--quiet');
    const report = readDocument(ended.out);
    expect(ended.err).toBe('');
    expect(report.actions).toBeUndefined();
    expect(report.parts).toEqual(first.parts);
    expect(report.run).toMatchObject({ mode: 'live', scope: 'full', writes: changesOf(report) });
    expect(stage.lookAtCalls()).toEqual({ requests: report.run.requests, writes: report.run.writes });
    expect(stage.exported()).toHaveLength(report.parts.absences.created + report.parts.attendances.created);
    expect(report.issues.map(({ code, new: fresh }) => [code, fresh])).toEqual(
      first.issues.map(({ code }) => [code, true]),
    );
    expect(ended.exit).toBe(1);
    first = report;
  });

  test('the report can be read again, as text, JSON and CSV, with the exit code of its run', async () => {
    const report = (...options: string[]) =>
      tandem(['report', '--config', config, '--data', stage.dataFolder(), ...options]);
    const json = await report('--json');
    expect(readDocument(json.out)).toEqual(first);
    expect(json.exit).toBe(1);

    const csv = await report('--csv', '--run', first.run.id);
    expect(csv.out.startsWith('\u{feff}class;id;code;part;')).toBe(true);
    expect(csv.out.trimEnd().split('\r\n')).toHaveLength(
      1 + first.issues.length + first.holds.length + first.notes.length,
    );
    expect(csv.out).toContain(first.issues[0]?.id ?? 'an issue');
    expect(csv.exit).toBe(1);

    const unknown = await report('--run', 'no-such-run');
    expect(unknown.exit).toBe(2);
    expect(unknown.err).toContain('no-such-run');
  });

  test('with nothing changed the next run writes nothing and asks at most five times', async () => {
    const ended = await sync();
    const report = readDocument(ended.out);
    expect(report.run.scope).toBe('incremental');
    expect(report.run.writes).toEqual({ personio: 0, timetac: 0 });
    expect(changesOf(report)).toEqual({ personio: 0, timetac: 0 });
    const { requests } = stage.lookAtCalls();
    expect(requests).toEqual(report.run.requests);
    expect(requests.personio + requests.timetac).toBeLessThanOrEqual(5);
    // The issue stands, but it is no news any more, and it still sets the exit code.
    expect(report.issues.map(({ id, new: fresh }) => [id, fresh])).toEqual(
      first.issues.map(({ id }) => [id, false]),
    );
    expect(ended.exit).toBe(1);
    expect(ended.err).toMatch(/^Reading/);
  });

  test('a full check of everything finds nothing to write either', async () => {
    const report = readDocument((await sync('--full')).out);
    expect(report.run).toMatchObject({ scope: 'full', writes: { personio: 0, timetac: 0 } });
    expect(stage.lookAtCalls().writes).toEqual({ personio: 0, timetac: 0 });
    expect(report.parts.attendances.unchanged).toBe(first.parts.attendances.created);
  });
});

describe('a run of a part, and of a few people', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ employees: 8, days: 4 });
  });
  afterAll(() => stage.close());

  test('only what was named is written, and the rest follows later', async () => {
    const config = stage.configFile();
    const sync = (...options: string[]) =>
      tandem(['sync', '--config', config, '--data', stage.dataFolder(), '--json', ...options]);

    const pilot = readDocument((await sync('--employees', '3001,3002')).out);
    const people = new Set(stage.exported().map((record) => record.split(' ')[0]));
    expect(people.size).toBeGreaterThan(0);
    expect([...people].every((person) => ['3001', '3002'].includes(person ?? ''))).toBe(true);
    const ofPilot = stage.exported().length;
    expect(pilot.run.writes.personio).toBe(ofPilot);

    const only = readDocument((await sync('--only', 'absences')).out);
    expect(changesOf(only).timetac).toBe(0);
    expect(only.parts.absences.created).toBeGreaterThan(0);
    expect(changesOf(only).personio).toBe(only.parts.absences.created);
    expect(stage.hr.state.attendances.every(({ person_id: id }) => ['3001', '3002'].includes(id))).toBe(true);

    const mistyped = await sync('--employees', '3001,30002');
    expect([mistyped.exit, readDocument(mistyped.out).run.status]).toEqual([2, 'done']);
    expect(mistyped.err).toContain('nobody with the ID 30002');

    const rest = readDocument((await sync()).out);
    expect(rest.parts.attendances.created).toBeGreaterThan(0);
    expect(new Set(stage.exported()).size).toBe(stage.exported().length);
    const again = readDocument((await sync('--full')).out);
    expect(again.run.writes).toEqual({ personio: 0, timetac: 0 });
  });

  test('a vendor that refuses access ends the run with 3 and leaves nothing written', async () => {
    const config = stage.configFile((draft) => {
      draft['personio'].clientSecret = 'papi-wrong';
    });
    stage.lookAtCalls();
    const ended = await tandem(['sync', '--config', config, '--data', stage.dataFolder(), '--json']);
    const report = readDocument(ended.out);
    expect(ended.exit).toBe(3);
    expect(report.run.status).toBe('failed');
    expect(report.issues.map(({ code }) => code)).toContain('credentials-refused');
    expect(stage.lookAtCalls().writes).toEqual({ personio: 0, timetac: 0 });
    expect(`${ended.out}${ended.err}`).not.toContain('papi-wrong');
  });
});
