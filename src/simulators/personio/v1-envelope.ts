// The envelope of v1 lists (section 4.3), whose offsets count records or pages, by endpoint.

import { refuseV1 } from './answer.ts';
import type { Answer } from './answer.ts';
import type { Call, Wire } from './wire.ts';
import type { World } from './world.ts';

export interface V1Page {
  readonly total: number;
  readonly offset: number;
  readonly limit: number;
  readonly currentPage: number;
}

export const v1Success = (data: unknown): Answer => ({ status: 200, body: { success: true, data } });

/** Switch `v1-number-types` decides how limit and offset are written. */
export function v1List(world: World, page: V1Page, data: readonly Wire[]): Answer {
  const written = (n: number): number | string =>
    world.switches['v1-number-types'] === 'number' ? n : String(n);
  return {
    status: 200,
    body: {
      success: true,
      metadata: {
        total_elements: page.total,
        current_page: page.currentPage,
        total_pages: Math.ceil(page.total / page.limit),
      },
      offset: written(page.offset),
      limit: written(page.limit),
      data,
    },
  };
}

/** A whole number of the query, clipped into its bounds. @throws Refusal 400 for anything else. */
export function v1Number(
  call: Call,
  name: string,
  bounds: { readonly preset: number; readonly least: number; readonly most: number },
): number {
  const text = call.query.get(name);
  if (text === null) return bounds.preset;
  if (!/^\d{1,9}$/.test(text)) refuseV1(400, `SIM_The parameter ${name} is not a number`);
  return Math.min(bounds.most, Math.max(bounds.least, Number(text)));
}
