// What changed since a time, many resources in one answer (section 6): a block per resource with its rows and what was
// deleted. `fetchData` is the same for any resource.

import { deletedField, failure, succeeded, type Envelope } from './answer.ts';
import { problemIn, visibleColumns, type Work } from './calls.ts';
import { denied, missing } from './problem.ts';
import { readPage, sinceIn } from './query.ts';
import { deltaSyncResources, resourceNamed } from './registry.ts';
import type { World } from './world.ts';

/** @throws Problem where the account refuses deltaSync or `_since` is no time; a block that fails says so itself. */
export function answerDeltaSync(world: World, name: 'deltaSync' | 'fetchData', work: Work): Response {
  if (world.switches['delta-sync-access'] === 'deny') {
    throw denied(work.caller.apiUser.id, 'read', name === 'deltaSync' ? 'DeltaSync' : 'FetchData');
  }
  const since = sinceIn(work.params, world);
  const asked = work.params.get('_include')?.split(',') ?? deltaSyncResources;
  const known =
    name === 'fetchData' ? asked : asked.filter((resource) => deltaSyncResources.includes(resource));
  const blocks = asked.map(
    (resource) =>
      [
        resource,
        known.includes(resource)
          ? blockOf(world, resource, since, work.params)
          : unknownBlock(world, resource),
      ] as const,
  );
  return succeeded(world, work.head, {
    SuccessNested: blocks.every(([, block]) => block['Success'] === true),
    NumResults: blocks.length,
    NumResultsNested: blocks.reduce((sum, [, block]) => sum + Number(block['NumResults'] ?? 0), 0),
    Results: Object.fromEntries(blocks),
  });
}

function blockOf(world: World, name: string, since: string | null, params: URLSearchParams): Envelope {
  const resource = resourceNamed(name);
  if (resource === undefined) return unknownBlock(world, name);
  try {
    const page = readPage(world, resource, visibleColumns(world, resource), paramsOf(name, params));
    return {
      Success: true,
      ResourceName: resource.name,
      NumResults: page.results.length,
      NumResultsNested: page.results.length,
      Results: page.results,
      ...deletedField(world, [resource.name], since),
    };
  } catch (thrown) {
    return failure(world, name, problemIn(thrown));
  }
}

const unknownBlock = (world: World, name: string): Envelope =>
  failure(world, name, missing('resource', name));

// `users__active=true` filters the block of users, `users___op__id=gt` carries its own underscore. The page holds per block.
function paramsOf(name: string, params: URLSearchParams): URLSearchParams {
  const own = new URLSearchParams();
  for (const shared of ['_since', '_limit', '_offset']) {
    const value = params.get(shared);
    if (value !== null) own.set(shared, value);
  }
  const prefix = `${name}__`;
  for (const [key, value] of params) if (key.startsWith(prefix)) own.set(key.slice(prefix.length), value);
  return own;
}
