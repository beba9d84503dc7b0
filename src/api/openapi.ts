// The API's own description, with what the framework cannot know: files, streams and redirects are answered as they are, and
// problems in a form of their own (RFC 9457).

import type { Route } from './contract/route.ts';
import { routes } from './contract/routes.ts';

interface Answer {
  description?: string;
  content?: Record<string, unknown>;
  headers?: unknown;
}

interface Operation {
  operationId?: string;
  responses?: Record<string, Answer>;
}

interface Described {
  paths?: Record<string, Record<string, Operation>>;
}

/** @param document as the framework made it; changed in place and given back */
export function withAnswers<T extends Described>(document: T): T {
  const operations = Object.values(document.paths ?? {}).flatMap((methods) => Object.values(methods));
  const described = operations
    .map(({ responses }) => responses?.['default'])
    .find((one) => one !== undefined);
  const why = described === undefined ? undefined : asProblem(described);
  for (const operation of operations) {
    const route = (routes as Readonly<Record<string, Route>>)[operation.operationId ?? ''];
    const own = route?.media === undefined ? operation.responses : answersOf(route.media);
    operation.responses = { ...own, ...(why === undefined ? {} : { default: why }) };
  }
  return document;
}

function asProblem({ description, content }: Answer): Answer {
  const [schema] = Object.values(content ?? {});
  return {
    ...(description === undefined ? {} : { description }),
    content: { 'application/problem+json': schema },
  };
}

function answersOf(media: NonNullable<Route['media']>): Record<string, Answer> {
  if (media === 'redirect')
    return {
      '302': { description: 'To another page.', headers: { location: { schema: { type: 'string' } } } },
    };
  const schema = { type: 'string', ...(isText(media) ? {} : { format: 'binary' }) };
  return { '200': { description: 'As it is.', content: { [media]: { schema } } } };
}

const isText = (media: string): boolean => media.startsWith('text/') || /(yaml|json)$/.test(media);
