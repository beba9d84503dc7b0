// Personal data, and the end of an integration.

import {
  admitErased,
  erasePerson,
  exportHeld,
  heldAbout,
  listErased,
  purgeIntegration,
} from '../../service/personal/personal.ts';
import { heldWords } from '../../service/personal/words.ts';
import type { personalRoutes } from '../contract/personal.ts';
import type { Handlers } from '../handler.ts';
import { iso } from '../present.ts';

export const personalHandlers: Pick<Handlers, keyof typeof personalRoutes> = {
  readPersonalData: async ({ desk, params }) => {
    const { employee, records } = await heldAbout(desk, params.id, params.personioId);
    return {
      employee,
      held: Object.entries(records)
        .filter(([, rows]) => rows.length > 0)
        .map(([kind, rows]) => ({ kind, what: heldWords(kind), records: rows.length })),
    };
  },
  exportPersonalData: async ({ desk, params, reply }) => {
    const document = await exportHeld(desk, params.id, params.personioId);
    reply.fileName('tandem-personal-data.json');
    return document;
  },
  erasePerson: ({ desk, actor, params, body }) =>
    erasePerson(desk, actor, params.id, params.personioId, body.confirm),
  listErased: async ({ desk, params }) => ({
    erased: (await listErased(desk, params.id)).map(({ key, at }) => ({ key, at: iso(at) })),
  }),
  admitErased: async ({ desk, actor, params }) => {
    await admitErased(desk, actor, params.id, params.key);
    return null;
  },
  purgeIntegration: async ({ desk, actor, params, body }) => {
    await purgeIntegration(desk, actor, params.id, body.confirm);
    return null;
  },
};
