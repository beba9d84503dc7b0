// Missing rights, which look different at every endpoint (section 1.2) [live], and readable attributes (section 1.4).

import { Refusal } from './answer.ts';
import type { Answer } from './answer.ts';
import type { PersonioCredential } from './state.ts';
import type { World } from './world.ts';

export type Area = keyof PersonioCredential['rights'];

export const areas: readonly Area[] = ['employees', 'attendances', 'absences', 'webhooks', 'projects'];

/** How scopes name an area. */
export const areaScope: Readonly<Record<Area, string>> = {
  employees: 'persons',
  attendances: 'attendances',
  absences: 'absences',
  webhooks: 'webhooks',
  projects: 'projects',
};

/** @throws Refusal in the endpoint's own way when credential or token lacks the right. */
export function requireRight(
  world: World,
  holder: { readonly credential: PersonioCredential; readonly scopes: readonly string[] | null },
  area: Area,
  verb: 'read' | 'write',
  api: 'v1' | 'v2',
): void {
  const right = holder.credential.rights[area];
  const granted = right === 'write' || right === verb;
  const inScope = holder.scopes === null || holder.scopes.includes(`personio:${areaScope[area]}:${verb}`);
  if (granted && inScope) return;
  if (world.switches['missing-right-style'] === 'uniform-403') {
    throw new Refusal({ form: 'v2', status: 403, title: 'Forbidden', detail: 'SIM_Insufficient rights' });
  }
  if (api === 'v1') {
    throw new Refusal({ form: 'v1', status: 403, code: 403, message: 'SIM_Insufficient rights' });
  }
  throw new Refusal({ form: 'plain', answer: missingRightAnswers[area] });
}

// All three body shapes of section 1.2 occur; which endpoint has which is not known.
const missingRightAnswers: Readonly<Record<Area, Answer>> = {
  employees: { status: 401, body: { message: 'Unauthorized Request' } },
  attendances: {
    status: 403,
    body: { errors: [{ title: 'Forbidden', detail: 'Insufficient access scope' }] },
  },
  absences: { status: 403, body: { error: { message: 'Insufficient access scope' } } },
  webhooks: { status: 403, body: { error: { message: 'Insufficient access scope' } } },
  projects: { status: 403, body: { error: { message: 'Insufficient access scope' } } },
};

/** Reports answer 400 to a token without their scope, and no simulated credential has it. */
export const missingReportRight: Answer = {
  status: 400,
  body: { error: { message: 'Unauthorized token' } },
};

/**
 * Whether the credential may read an employee attribute (key of section 5.3). What it may not is silently absent; `id`
 * always stays. Switch `attribute-whitelist` overrides the credential's own list.
 */
export function attributeReader(
  world: World,
  credential: PersonioCredential | null,
): (key: string) => boolean {
  const whitelist = world.switches['attribute-whitelist'];
  const own = credential?.readableAttributes ?? 'all';
  if (whitelist === 'full' && own === 'all') return () => true;
  const keys = new Set(whitelist === 'full' ? own : whitelist === 'minimal' ? [] : whitelist.split(','));
  return (key) => key === 'id' || keys.has(key);
}
