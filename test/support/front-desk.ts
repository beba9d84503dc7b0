// The front desk with its server on a real embedded database, asked without a socket (`inject`), with a clock that a
// test may move. Vendors are the simulators of a sandbox, over loopback.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { openMetrics } from '../../src/api/metrics.ts';
import { buildServer } from '../../src/api/server.ts';
import { readServerSettings } from '../../src/app/config.ts';
import { type OpenDesk, openFrontDesk, pageFolder } from '../../src/app/front-desk.ts';
import { openHome } from '../../src/app/home.ts';
import type { FrontDesk, Mail } from '../../src/service/front-desk.ts';
import type { Person, Role } from '../../src/service/office/office.ts';
import { newDatabaseIn } from './new-database.ts';
import { openSession } from '../../src/service/session/sessions.ts';
import { newPerson } from '../../src/service/session/sign-in.ts';
import type { Database } from '../../src/store/database.ts';

export interface TestDesk {
  readonly url: string;
  readonly app: FastifyInstance;
  readonly desk: FrontDesk;
  readonly opened: OpenDesk;
  /** For looking at the tables themselves. */
  readonly database: Database;
  readonly dataDir: string;
  readonly clock: { advance: (ms: number) => void };
  /** Mails that were sent, where the environment names no mail server. */
  readonly mails: { to: string; subject: string; text: string }[];
  /** What whoever runs the server was told. */
  readonly notices: readonly string[];
  /** Somebody with an account who is signed in; `as` makes calls with their cookie. */
  readonly person: (change?: {
    readonly email?: string;
    readonly operator?: boolean;
    readonly password?: string;
    readonly member?: { readonly setupId: string; readonly role: Role };
  }) => Promise<Caller>;
  /** Nobody. */
  readonly stranger: Caller;
  /** The queue works from here on. */
  readonly begin: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface Answer {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- whatever the API answers, looked at by tests
  readonly body: any;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  /** The session's cookie that the answer sets; null where it sets none. */
  readonly cookie: string | null;
}

export interface Caller {
  readonly person: Person;
  /** Of the session; null for nobody. */
  readonly token: string | null;
  readonly call: (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
}

export interface TestDeskOptions {
  readonly demo?: boolean;
  /** Vendors on loopback that are no sandbox. */
  readonly allowPrivateHosts?: boolean;
  /** More of the server's environment. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Serves the built page on a port of this machine: `url`. */
  readonly listen?: boolean;
}

export async function openTestDesk(options: TestDeskOptions = {}): Promise<TestDesk> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tandem-desk-'));
  const server = readServerSettings({
    ...options.environment,
    TANDEM_DATA_DIR: dataDir,
    TANDEM_ALLOW_PRIVATE_HOSTS: options.allowPrivateHosts === true ? '1' : '',
  });
  let url = 'http://localhost';
  await newDatabaseIn(join(dataDir, 'db'));
  const home = await openHome(server, dataDir);
  if ('heldBy' in home) throw new Error('the folder of the test is held');
  const faults: Error[] = [];
  const notices: string[] = [];
  const opened = await openFrontDesk(home, {
    server,
    dataDir,
    demo: options.demo === true,
    mayMakeKey: true,
    files: new Map(),
    publicUrl: () => server.publicUrl ?? url,
    told: (error) => faults.push(error),
    notice: (line) => notices.push(line),
  });
  let ahead = 0;
  const mails: { to: string; subject: string; text: string }[] = [];
  const caught: Mail = { send: async (one) => void mails.push({ ...one }) };
  const mail = opened.desk.mail ?? caught;
  const desk: FrontDesk = { ...opened.desk, now: () => Date.now() + ahead, mail };
  const app = await buildServer({
    desk,
    page: { folder: options.listen === true ? pageFolder() : null },
    metrics: openMetrics(),
    ready: async () => true,
    told: (error) => faults.push(error),
    trustProxy: false,
    isSecure: false,
  });
  if (options.listen === true) url = await app.listen({ port: 0, host: '127.0.0.1' });
  const callerOf = (person: Person | null, token: string | null): Caller => ({
    person: person as Person,
    token,
    call: async (method, path, body, headers = {}) => {
      const response = await app.inject({
        method,
        url: `/api/v1${path}`,
        headers: {
          ...(token === null ? {} : { cookie: `tandem-session=${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      });
      const isJson = String(response.headers['content-type'] ?? '').includes('json');
      const set = response.cookies.find(({ name }) => name === 'tandem-session');
      return {
        status: response.statusCode,
        body: isJson ? JSON.parse(response.body) : response.body,
        headers: response.headers,
        cookie: set?.value ?? null,
      };
    },
  });
  let number = 0;
  return {
    url,
    app,
    desk,
    opened,
    database: home.database,
    dataDir,
    mails,
    notices,
    clock: { advance: (ms) => void (ahead += ms) },
    person: async ({ email, operator = false, password, member } = {}) => {
      number += 1;
      const given = {
        name: `Person ${number}`,
        email: email ?? `person${number}@muster.example`,
        password: password ?? null,
        language: 'en' as const,
      };
      const person = await newPerson(desk, given, operator);
      await desk.office.commit({ putPerson: person });
      if (member !== undefined) await desk.office.commit({ putMember: { ...member, personId: person.id } });
      const { token } = await openSession(desk, person, null);
      return callerOf(person, token);
    },
    stranger: callerOf(null, null),
    begin: () => opened.queue.begin(desk, () => undefined),
    close: async () => {
      await app.close();
      await opened.close();
      await home.close();
      rmSync(dataDir, { recursive: true, force: true });
      if (faults.length > 0) throw new AggregateError(faults, 'the server met faults of ours');
    },
  };
}

/** With the cookie that an answer set. */
export const withCookie = (cookie: string | null): Record<string, string> => ({
  cookie: `tandem-session=${cookie ?? ''}`,
});
