// The front desk as a post office: which integration a mail belongs to, and whether it leaves the house at all.

import { valueAt } from '../../core/settings/form-paths.ts';
import { isZone } from '../../core/time/calendar.ts';
import type { FrontDesk } from '../front-desk.ts';
import type { Setup } from '../office/office.ts';
import { archiveIdOf } from '../setup/identity.ts';
import type { MailContext, PostOffice } from './post.ts';

/** Takes the mails of integrations it knows, and where no mail server is set up only those that stay here. */
export async function postOf(desk: FrontDesk): Promise<PostOffice> {
  const known = new Map<string, Setup>();
  for (const setup of await desk.office.setups()) {
    const archiveId = archiveIdOf(desk, setup);
    if (archiveId !== null && (setup.on || !known.has(archiveId))) known.set(archiveId, setup);
  }
  return {
    office: desk.office,
    mail: desk.mail,
    archiveIds: [...known].flatMap(([id, setup]) => (desk.mail !== null || isKept(setup) ? [id] : [])),
    now: desk.now,
    fault: desk.fault,
    contextOf: (archiveId) => {
      const setup = known.get(archiveId);
      return Promise.resolve(setup === undefined ? null : mailContextOf(desk, setup));
    },
  };
}

/** Simulated companies write to nobody. */
const isKept = (setup: Setup): boolean => setup.origin === 'sandbox';

export function mailContextOf(desk: FrontDesk, setup: Setup): MailContext {
  const file = desk.files.get(setup.id);
  // A worker knows it only where it is told.
  const { publicUrl } = desk.installation;
  const zone = file?.schedule.timezone ?? valueAt(setup.form, 'schedule.timezone');
  return {
    name: setup.name,
    zone: typeof zone === 'string' && isZone(zone) ? zone : 'Europe/Berlin',
    page: publicUrl === '' ? null : { url: publicUrl, setupId: setup.id },
    isOfFile: setup.origin === 'file',
    keep: isKept(setup),
    recipients: recipientsOf(desk, setup),
  };
}

export function recipientsOf(desk: FrontDesk, setup: Setup): readonly string[] {
  const to = desk.files.get(setup.id)?.report.to ?? valueAt(setup.form, 'report.to');
  return Array.isArray(to) ? to.filter((address): address is string => typeof address === 'string') : [];
}
