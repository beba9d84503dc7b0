// Two integrations that name one account of TimeTac: only one of them may ever be on (rule 4.6).

import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdentity } from '../../src/service/home.ts';
import { type Caller, openTestDesk, type TestDesk } from '../support/front-desk.ts';
import { openVendors, type Vendors } from '../support/vendors.ts';

let stage: TestDesk;
let vendors: Vendors;
beforeAll(async () => {
  vendors = await openVendors({ employees: 2, days: 1, account: 'one' });
  stage = await openTestDesk({ allowPrivateHosts: true });
});
afterAll(async () => {
  await stage.close();
  await vendors.close();
});

async function make(who: Caller, name: string): Promise<string> {
  const { id } = (await who.call('POST', '/integrations', { name })).body;
  const form = { fileName: 'x.json', text: JSON.stringify(vendors.document()) };
  await who.call('POST', `/integrations/${id}/form/import`, form);
  for (const side of ['personio', 'timetac'] as const)
    await who.call('PUT', `/integrations/${id}/credentials/${side}`, vendors.credentials[side]);
  return id;
}

test('two people who switch both on at the same moment: one of them stays off', async () => {
  const [one, other] = [await stage.person({ operator: true }), await stage.person({ operator: true })];
  const ids = [await make(one, 'A'), await make(one, 'B')];
  // Each has looked for another before either is on.
  const office = stage.desk.office as { setups: typeof stage.desk.office.setups };
  const asked = office.setups.bind(office);
  let waiting: (() => void)[] = [];
  let isOver = false;
  office.setups = async () => {
    const all = await asked();
    if (!isOver)
      await new Promise<void>((go) => {
        waiting.push(go);
        if (waiting.length < 2) return;
        isOver = true;
        for (const resolve of waiting) resolve();
        waiting = [];
      });
    return all;
  };
  const answers = await Promise.all(
    [one, other].map((who, index) => who.call('PUT', `/integrations/${ids[index]}/switch`, { on: true })),
  );
  office.setups = asked;

  expect(answers.map(({ status }) => `${status}`).sort()).toEqual(['200', '409']);
  expect((await stage.desk.office.setups()).filter(({ on }) => on)).toHaveLength(1);
  const late = answers.findIndex(({ status }) => status === 409);
  expect((await one.call('PUT', `/integrations/${ids[late]}/switch`, { on: true })).status).toBe(409);
});

test.each([
  ['https://api.timetac.com', 'https://api.timetac.com.'],
  ['https://api.timetac.com', 'https://API.TimeTac.com:443/'],
  ['http://127.0.0.1:9182', 'http://127.0.0.1:9182/'],
])('%s and %s are one host', (host, spelled) => {
  expect(accountIdentity(spelled, 'Muster')).toBe(accountIdentity(host, 'muster'));
});
