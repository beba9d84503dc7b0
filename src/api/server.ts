// The HTTP entrance: the API from its one table, the page's files, health and metrics.

import cookie from '@fastify/cookie';
import swagger from '@fastify/swagger';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import { isKeepable } from '../core/settings/keepable.ts';
import type { Actor, FrontDesk } from '../service/front-desk.ts';
import { withAnswers } from './openapi.ts';
import { Problem } from '../service/problem.ts';
import { type SignedIn, whoHolds, whoStillHolds } from '../service/session/sessions.ts';
import { actorFor } from './access.ts';
import type { Route } from './contract/route.ts';
import { type RouteName, routes } from './contract/routes.ts';
import { problem } from './contract/shapes.ts';
import { type SessionCookie, sessionCookie } from './cookies.ts';
import { streamNews } from './events.ts';
import type { Asked, Handler } from './handler.ts';
import { integrationHandlers } from './handlers/integrations.ts';
import { liveHandlers } from './handlers/live.ts';
import { registerHooks } from './hooks.ts';
import { lookHandlers } from './handlers/looks.ts';
import { mailHandlers } from './handlers/mails.ts';
import { peopleHandlers } from './handlers/people.ts';
import { personalHandlers } from './handlers/personal.ts';
import { runHandlers } from './handlers/runs.ts';
import { sessionHandlers } from './handlers/session.ts';
import { type Metrics, observe } from './metrics.ts';
import { type PageFiles, servePage } from './page.ts';
import { answerProblem } from './problems.ts';

export const apiRoot = '/api/v1';

export interface Server {
  readonly desk: FrontDesk;
  readonly page: PageFiles;
  readonly metrics: Metrics;
  /** Whether work can be done: the database answers. */
  readonly ready: () => Promise<boolean>;
  /** Hears of faults, for the log. */
  readonly told: (error: Error, where: string) => void;
  /** Proxies whose word about the address of who asks is believed; false: none stands in front. */
  readonly trustProxy: false | string[];
  /** Served over https. */
  readonly isSecure: boolean;
}

const handlers = {
  ...sessionHandlers,
  ...peopleHandlers,
  ...integrationHandlers,
  ...liveHandlers,
  ...runHandlers,
  ...lookHandlers,
  ...mailHandlers,
  ...personalHandlers,
};

export async function buildServer(server: Server): Promise<FastifyInstance> {
  const app = fastify({
    forceCloseConnections: true,
    trustProxy: server.trustProxy,
    bodyLimit: 1024 * 1024,
    routerOptions: { maxParamLength: 200 },
    // An address that cannot be decoded never gets as far as a route.
    frameworkErrors: (_error, request, reply) =>
      void answerProblem(new Problem('not-found'), request, reply, server.told),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler((error: Error, request, reply) => answerProblem(error, request, reply, server.told));
  const readJson = app.getDefaultJsonParser('error', 'error');
  // Many clients say that JSON comes where nothing does.
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body: string, done) => {
    if (body === '') done(null, undefined);
    else void readJson(request, body, done);
  });
  await app.register(cookie);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Tandem',
        version: server.desk.installation.version,
        description: 'Everything the page does. Sign in with POST /session; the session is a cookie.',
      },
      servers: [{ url: apiRoot }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
    stripBasePath: true,
  });
  observe(app, server.metrics);
  app.addHook('onSend', async (request, reply) => {
    void reply.headers({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      // For this host alone: what else the domain serves is its owner's matter.
      ...(server.isSecure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
      ...(request.url.startsWith('/api/') ? { 'cache-control': 'no-store' } : {}),
    });
  });
  const cookies = sessionCookie(server.isSecure);
  await app.register(async (api) => registerRoutes(api, server, cookies), { prefix: apiRoot });
  let described: object | undefined;
  app.get(`${apiRoot}/openapi.json`, { schema: { hide: true } }, async () => {
    described ??= withAnswers(app.swagger() as Parameters<typeof withAnswers>[0]);
    return described;
  });
  await registerHooks(app, server.desk);
  app.get('/health/live', { schema: { hide: true } }, async () => ({ status: 'ok' }));
  app.get('/health/ready', { schema: { hide: true } }, async (_request, reply) => {
    if (await server.ready().catch(() => false)) return { status: 'ok' };
    return reply.code(503).send({ status: 'starting' });
  });
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply.type(server.metrics.contentType).send(await server.metrics.text()),
  );
  servePage(app, server.page, () => new Problem('not-found'));
  await app.ready();
  return app;
}

function registerRoutes(api: FastifyInstance, server: Server, cookies: SessionCookie): void {
  const admitted = new WeakMap<
    FastifyRequest,
    { readonly signedIn: SignedIn | null; readonly actor: Actor }
  >();
  for (const name of Object.keys(routes) as RouteName[]) {
    const route: Route = routes[name];
    api.route({
      method: route.method,
      url: route.path,
      ...(route.mostBytes === undefined ? {} : { bodyLimit: route.mostBytes }),
      schema: schemaOf(name, route),
      // Who may not ask learns nothing, not even what a body should look like.
      preValidation: async (request) => {
        checkOrigin(server.desk, request);
        if (![request.params, request.query, request.body].every(isKeepable))
          throw new Problem('invalid-body');
        const signedIn = await whoAsks(server.desk, cookies, request);
        const actor = await actorFor(server.desk, route.access, signedIn, setupIdIn(route, request));
        admitted.set(request, { signedIn, actor });
      },
      handler: async (request, reply) => {
        const who = admitted.get(request);
        if (who === undefined) throw new Problem('not-signed-in');
        const setupId = setupIdIn(route, request);
        if (name === 'watchRuns') {
          const mayStill = async (): Promise<boolean> => {
            const token = cookies.read(request);
            const signedIn = token === null ? null : await whoStillHolds(server.desk, token);
            await actorFor(server.desk, route.access, signedIn, setupId);
            return true;
          };
          streamNews(server.desk, setupId ?? '', reply, mayStill);
          return reply;
        }
        const handle = handlers[name] as Handler<RouteName>;
        const asked = {
          desk: server.desk,
          ...who,
          params: request.params,
          query: request.query,
          body: request.body,
          address: request.ip,
          reply: toolsFor(server.desk, request, reply, cookies),
        } as unknown as Asked<RouteName>;
        const answer: unknown = await handle(asked);
        if (route.media === 'redirect') return reply.redirect(String(answer));
        if (route.media === 'text/html') void reply.header('content-security-policy', framedPolicy);
        if (answer instanceof Uint8Array) return reply.type(route.media ?? '').send(Buffer.from(answer));
        if (route.media !== undefined) return reply.type(`${route.media}; charset=utf-8`).send(answer);
        return reply.send(answer);
      },
    });
  }
}

/** Of a mail in a frame of our page: it shows itself, and can do nothing. */
const framedPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";

/** Of the integration that a path is about. */
const setupIdIn = (route: Route, request: FastifyRequest): string | null =>
  route.path.startsWith('/integrations/:id') ? ((request.params as { id?: string }).id ?? null) : null;

function schemaOf(name: RouteName, route: Route): object {
  const response = { 200: route.answer, default: problem.describe('Why not; see `code`.') };
  return {
    operationId: name,
    summary: route.tells,
    description: `Access: ${route.access}.${route.asksVendor === true ? ' Asks a vendor, and takes as long as that takes.' : ''}`,
    ...(route.query === undefined ? {} : { querystring: route.query }),
    ...(route.body === undefined ? {} : { body: route.body }),
    // Files and streams are sent as they are; `withAnswers` describes them.
    ...(route.media === undefined ? { response } : {}),
  };
}

const toolsFor = (
  desk: FrontDesk,
  request: FastifyRequest,
  reply: FastifyReply,
  cookies: SessionCookie,
): Asked<RouteName>['reply'] => ({
  askedAt: new URL(request.url, desk.installation.publicUrl),
  journey: cookies.readJourney(request),
  setJourney: (sealed) => cookies.writeJourney(reply, sealed),
  setSession: (session) => cookies.write(reply, session),
  fileName: (name) => void reply.header('content-disposition', `attachment; filename="${name}"`),
});

async function whoAsks(
  desk: FrontDesk,
  cookies: SessionCookie,
  request: FastifyRequest,
): Promise<SignedIn | null> {
  const token = cookies.read(request);
  if (token === null) return null;
  // A page that nobody sits before says so.
  return request.headers['x-tandem-alone'] === undefined ? whoHolds(desk, token) : whoStillHolds(desk, token);
}

/** Changes come from our own page only: the cookie is `SameSite=Strict`, and this is the second lock. */
function checkOrigin({ installation }: FrontDesk, request: FastifyRequest): void {
  if (request.method === 'GET') return;
  const { origin, host } = request.headers;
  if (origin === undefined) return;
  const isOwn = origin === installation.publicUrl || (URL.canParse(origin) && new URL(origin).host === host);
  if (!isOwn) throw new Problem('foreign-origin');
}
