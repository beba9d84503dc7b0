// Integrations that come from a configuration file, as the page shows them.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileIdOf, keepOwn, showFiles } from '../../src/app/integrations.ts';
import { companySettingsDocument } from '../../src/simulators/company/settings-document.ts';
import { smallCompany } from '../support/company.ts';
import { openTestDesk, type TestDesk } from '../support/front-desk.ts';
import { settingsOfDocument } from '../support/settings.ts';

let stage: TestDesk;
beforeAll(async () => {
  stage = await openTestDesk();
});
afterAll(() => stage.close());

const urls = {
  personioUrl: 'http://127.0.0.1:1',
  timetacUrl: 'http://127.0.0.1:2',
  startDate: '2026-01-01',
};
const settings = settingsOfDocument(
  companySettingsDocument(smallCompany({ people: 1, today: '2026-03-18' }), urls),
);
const id = fileIdOf(settings);

test('a start of the server is no success: since when nothing succeeded is known as before', async () => {
  const start = () => showFiles(stage.desk, new Map([[id, settings]]));
  await start();
  const first = await stage.desk.office.setup(id);
  stage.clock.advance(20 * 3_600_000);
  await start();
  const second = await stage.desk.office.setup(id);
  expect(second).toMatchObject({
    on: true,
    firstOnAt: first?.firstOnAt,
    begunAt: first?.begunAt,
  });
});

test('what a start does not name is switched off and keeps its people; the next start may name it again', async () => {
  await showFiles(stage.desk, new Map([[id, settings]]));
  const member = await stage.person({ member: { setupId: id, role: 'viewer' } });
  const seen = async () => {
    const { status, body } = await member.call('GET', `/integrations/${id}`);
    return [status, body.state, body.nextRunAt];
  };

  expect(await showFiles(stage.desk, new Map())).toEqual([settings.name]);
  expect(await seen()).toEqual([200, 'off', null]);
  expect((await stage.desk.office.audit(id, null, 10)).map(({ what }) => what)).toEqual(['file.not-named']);
  // Said once, and not at every start after it.
  expect(await showFiles(stage.desk, new Map())).toEqual([]);

  expect(await showFiles(stage.desk, new Map([[id, settings]]))).toEqual([]);
  expect((await seen())[0]).toBe(200);
  expect(await stage.desk.office.setup(id)).toMatchObject({ on: true });

  // Of two servers on one database each keeps what its files say.
  await showFiles(stage.desk, new Map());
  expect(await keepOwn(stage.desk, new Map([[id, settings]]))).toBe(true);
  expect((await seen())[0]).toBe(200);
  expect(await stage.desk.office.setup(id)).toMatchObject({ on: true });
  expect(await keepOwn(stage.desk, new Map([[id, settings]]))).toBe(false);

  await showFiles(stage.desk, new Map());
  const operator = await stage.person({ operator: true });
  expect((await operator.call('DELETE', `/integrations/${id}`)).status).toBe(200);
  expect((await member.call('GET', `/integrations/${id}`)).status).toBe(404);
});
