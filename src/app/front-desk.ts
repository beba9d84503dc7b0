// The front desk put together: office, vault, queue, news, sandboxes and the way to the vendors.

import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageMistake } from '../cli/arguments.ts';
import { undiciTransport } from '../connectors/http/undici-transport.ts';
import type { Settings } from '../core/settings/settings.ts';
import { openQueue, type Queue } from '../jobs/queue.ts';
import { newsRoom } from '../jobs/news.ts';
import type { FrontDesk, Installation, Probes } from '../service/front-desk.ts';
import type { ServerSettings } from '../service/server-settings.ts';
import { hashToken } from '../service/session/secrets.ts';
import { isAway } from '../store/sql/away.ts';
import { openNewsWire } from '../store/sql/news-wire.ts';
import { openOffice } from '../store/sql/office.ts';
import { openDoors } from './doors.ts';
import type { OpenHome } from './home.ts';
import { openKeyring, openVaultOf } from './keyring.ts';
import { openMail } from './mail.ts';
import { root, versionOf } from './package.ts';
import { deskPapers } from './papers.ts';
import { openSingleSignOn } from './single-sign-on.ts';
import { openSandboxes, type Sandboxes } from './sandbox.ts';

export interface DeskOptions {
  readonly server: ServerSettings;
  readonly dataDir: string;
  readonly demo: boolean;
  /** Whether a master key is made where there is none. */
  readonly mayMakeKey: boolean;
  readonly files: ReadonlyMap<string, Settings>;
  readonly publicUrl: () => string;
  /** Hears of faults. */
  readonly told: (error: Error) => void;
  /** Hears what whoever runs the server can mend, in a line. */
  readonly notice: (line: string) => void;
}

export interface OpenDesk {
  readonly desk: FrontDesk;
  readonly queue: Queue;
  readonly sandboxes: Sandboxes;
  /** The link that creates the first operator; null where there is one, and in the demo. */
  readonly firstLink: () => string | null;
  /** Where a new master key was written just now; null: it was there. */
  readonly newKeyAt: string | null;
  readonly close: () => Promise<void>;
}

const newToken = (): string => randomBytes(32).toString('base64url');

export async function openFrontDesk(opened: OpenHome, options: DeskOptions): Promise<OpenDesk> {
  const { server, dataDir, demo, files, publicUrl, mayMakeKey } = options;
  const office = openOffice(opened.database.sql);
  const keyPath = server.masterKeyFile ?? join(dataDir, 'master.key');
  const isMissing = !existsSync(keyPath);
  if (isMissing && !mayMakeKey)
    throw new UsageMistake(
      `${keyPath}: there is no master key here. The server makes one at its first start: give every worker the same file, with TANDEM_MASTER_KEY_FILE.`,
    );
  if (isMissing && (await office.wrappedKeys()).length > 0)
    throw new UsageMistake(
      `${keyPath}: the master key of the stored credentials is missing. Put it back from your backup, or name it with TANDEM_MASTER_KEY_FILE.`,
    );
  const { keyring, isNew } = openKeyring(keyPath);
  const vault = await openVaultOf(keyPath, keyring, office);
  const sandboxes = openSandboxes(newToken);
  const wire =
    'connectionString' in opened.database.reach ? openNewsWire(opened.database.reach.connectionString) : null;
  const queue = await openQueue(opened.database.reach, options.told);
  const allowPrivateHosts = server.allowPrivateHosts && !demo;
  const firstToken = demo || (await office.countOperators()) > 0 ? null : newToken();
  const installation: Installation = {
    demo,
    version: versionOf(),
    get publicUrl() {
      return publicUrl();
    },
    firstTokenHash: firstToken === null ? null : hashToken(firstToken),
    allowPrivateHosts,
    vendorHosts: server.vendorHosts,
  };
  const mayAsk = (address: string): boolean => allowPrivateHosts || sandboxes.isOurs(address);
  const desk: FrontDesk = {
    home: {
      ...opened.home,
      openDoors: (settings) =>
        openDoors(
          settings,
          mayAsk(settings.personio.baseUrl) && mayAsk(settings.timetac.baseUrl),
          opened.pace,
        ),
    },
    office,
    vault,
    queue,
    news: newsRoom(wire),
    sandbox: sandboxes,
    mail: openMail(server),
    probes: openProbes(mayAsk),
    singleSignOn: openSingleSignOn(server, publicUrl, options.notice),
    files,
    installation,
    papers: deskPapers,
    isAtWork: opened.database.leases.isHeld,
    isDatabaseAway: isAway,
    fault: (error) => options.told(error instanceof Error ? error : new Error(String(error))),
    now: Date.now,
    newToken,
    newId: randomUUID,
  };
  return {
    desk,
    queue,
    sandboxes,
    firstLink: () => (firstToken === null ? null : `${publicUrl()}/first#${firstToken}`),
    newKeyAt: isNew ? keyPath : null,
    close: async () => {
      await queue.stop();
      await wire?.close();
      await sandboxes.close();
    },
  };
}

/** One short question to an address, by the same rules as all others: https, no redirects, no private networks. */
function openProbes(mayAsk: (address: string) => boolean): Probes {
  return {
    ask: async (url) => {
      const { transport, close } = undiciTransport({
        allowPrivateHosts: mayAsk(url),
        maxAnswerBytes: 256 * 1024,
        connections: 1,
      });
      try {
        const { status, text } = await transport(url, {
          method: 'GET',
          headers: { accept: 'application/json' },
          signal: AbortSignal.timeout(10_000),
          deadlineMs: 10_000,
        });
        return { status, text };
      } finally {
        await close();
      }
    },
  };
}

/** The built page; null where it was not built. */
export function pageFolder(): string | null {
  const folder = join(root, 'dist-web');
  return existsSync(join(folder, 'index.html')) ? folder : null;
}
