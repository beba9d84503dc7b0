// Integrations that stand somewhere on the way, made over the API: for stories that begin later.

import { addDays, dateIn } from '../../src/core/time/calendar.ts';
import { beginningOn } from '../support/demo-desk.ts';
import type { Caller, TestDesk } from '../support/front-desk.ts';

/** The demo company with all eight steps filled in, and `more` of the form, not switched on. */
export async function filledIn(
  stage: TestDesk,
  operator: Caller,
  name = 'Muster GmbH',
  more: object = {},
): Promise<string> {
  const id = await sandboxFor(operator, name);
  const { sandbox } = (await operator.call('GET', `/integrations/${id}`)).body;
  for (const side of ['personio', 'timetac'] as const) {
    const { clientId, clientSecret } = sandbox[side];
    fine(await operator.call('PUT', `/integrations/${id}/credentials/${side}`, { clientId, clientSecret }));
  }
  const startDate = addDays(dateIn(Date.now(), 'Europe/Berlin'), -14);
  const document = stage.opened.sandboxes.documentOf(id) ?? {};
  const form = { ...beginningOn(startDate, document), name, ...more };
  fine(
    await operator.call('POST', `/integrations/${id}/form/import`, {
      fileName: 'form.json',
      text: JSON.stringify(form),
    }),
  );
  return id;
}

/** A sandbox at its very beginning. */
export async function sandboxFor(operator: Caller, name = 'Muster GmbH'): Promise<string> {
  return fine(await operator.call('POST', '/integrations', { name, sandbox: true })).id;
}

/** Asks for something that makes a run, and waits until the run has ended. Returns the run's id. */
export async function runOf(
  operator: Caller,
  id: string,
  ask: () => ReturnType<Caller['call']>,
): Promise<string> {
  const runs = async () =>
    (await operator.call('GET', `/integrations/${id}/runs`)).body.runs as { id: string; status: string }[];
  const before = new Set((await runs()).map((run) => run.id));
  fine(await ask());
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    const [run] = (await runs()).filter((one) => !before.has(one.id) && one.status !== 'running');
    if (run !== undefined) return run.id;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the run did not end');
}

/** Compares a month (`2026-11`) and waits until that is done. */
export async function monthCompared(operator: Caller, id: string, month: string): Promise<void> {
  const path = `/integrations/${id}/months/${month}`;
  fine(await operator.call('POST', path, {}));
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    if (fine(await operator.call('GET', path)).state === 'done') return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the month was not compared');
}

function fine<Given extends { status: number; body: unknown }>(answer: Given): Given['body'] {
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}
