// Mails of one command: a run from the command line sends what it owes itself, where no server does.

import type { Settings } from '../../core/settings/settings.ts';
import type { Mail } from '../front-desk.ts';
import { type Home, integrationId } from '../home.ts';
import type { Office } from '../office/office.ts';
import { dueMails } from './by-the-clock.ts';
import { type Posted, sendDueMails } from './post.ts';

export interface OwnPost {
  readonly home: Home;
  readonly office: Office;
  readonly mail: Mail | null;
  readonly settings: Settings;
  readonly now: () => number;
  readonly fault: (error: unknown) => void;
}

export async function sendOwnMails({ home, office, mail, settings, now, fault }: OwnPost): Promise<Posted> {
  if (settings.report.to.length === 0) return nothing;
  const archiveId = integrationId(settings);
  await home.openArchive(settings);
  // Since nobody watches between two commands, silence is told by a server only.
  const clock = { now: now(), onSince: now() };
  await office.oweMails(archiveId, await dueMails(office, archiveId, settings, clock));
  if (mail === null) return { ...nothing, waiting: await office.countDueMails([archiveId], now()) };
  return sendDueMails({
    office,
    mail,
    now,
    fault,
    archiveIds: [archiveId],
    contextOf: () =>
      Promise.resolve({
        name: settings.name,
        zone: settings.schedule.timezone,
        page: null,
        isOfFile: true,
        keep: false,
        recipients: settings.report.to,
      }),
  });
}

const nothing: Posted = { sent: 0, waiting: 0, refused: [] };
