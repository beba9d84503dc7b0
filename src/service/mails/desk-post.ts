// The front desk as a post office: which integration a mail belongs to, and whether it leaves the house at all.

import { valueAt } from '../../core/settings/form-paths.ts';
import { isZone } from '../../core/time/calendar.ts';
import type { FrontDesk } from '../front-desk.ts';
import type { Setup } from '../office/office.ts';
import { archiveIdOf } from '../setup/identity.ts';
import type { MailContext, PostOffice } from './post.ts';

export function postOf(desk: FrontDesk): PostOffice {
  return {
    office: desk.office,
    mail: desk.mail,
    archiveIds: null,
    now: desk.now,
    contextOf: async (archiveId) => {
      const own = (await desk.office.setups()).filter((setup) => archiveIdOf(desk, setup) === archiveId);
      const setup = own.find(({ on }) => on) ?? own[0];
      return setup === undefined ? null : contextOf(desk, setup);
    },
  };
}

export function contextOf(desk: FrontDesk, setup: Setup): MailContext {
  const zone = desk.files.get(setup.id)?.schedule.timezone ?? valueAt(setup.form, 'schedule.timezone');
  return {
    name: setup.name,
    zone: typeof zone === 'string' && isZone(zone) ? zone : 'Europe/Berlin',
    page: { url: desk.installation.publicUrl, setupId: setup.id },
    keep: setup.origin === 'sandbox',
  };
}
