// Integrations, their forms, credentials and deposit links.

import type { Side } from '../../engine/ports.ts';
import type { Actor, FrontDesk } from '../../service/front-desk.ts';
import { hintEvents, hookOf, makeHook, removeHook } from '../../service/live/hook.ts';
import { Problem } from '../../service/problem.ts';
import { readSetup } from '../../service/setup/change.ts';
import { createSetup, removeSetup } from '../../service/setup/create.ts';
import { setCredentials } from '../../service/setup/credentials.ts';
import {
  createDepositLink,
  isForOtherAddress,
  lookAtDeposit,
  takeDeposit,
  withdrawDepositLink,
} from '../../service/setup/deposits.ts';
import { changeForm, formAsYaml, importForm, signOff } from '../../service/setup/form.ts';
import { importPrintedForm, printForm } from '../../service/setup/printed-form.ts';
import { pauseSetup, switchSetup } from '../../service/setup/switch.ts';
import { listSetups, viewSetup } from '../../service/setup/view.ts';
import type { integrationRoutes } from '../contract/integrations.ts';
import type { Handlers } from '../handler.ts';
import { iso, isoOrNull, shownCard, shownIntegration } from '../present.ts';

export const integrationHandlers: Pick<Handlers, keyof typeof integrationRoutes> = {
  listIntegrations: async ({ desk, actor }) => ({
    integrations: (await listSetups(desk, actor)).map(shownCard),
    mayCreate: actor.person.operator,
  }),
  createIntegration: ({ desk, actor, body }) => createSetup(desk, actor, body),
  readIntegration: ({ desk, actor, params }) => shown(desk, actor, params.id),
  removeIntegration: async ({ desk, actor, params }) => {
    await removeSetup(desk, actor, params.id);
    return null;
  },
  changeForm: async ({ desk, actor, params, body }) => {
    await changeForm(desk, actor, params.id, body.changes);
    return shown(desk, actor, params.id);
  },
  exportForm: async ({ desk, params, reply }) => {
    const setup = await readSetup(desk, params.id);
    reply.fileName('tandem.yaml');
    return formAsYaml(desk, setup);
  },
  printForm: async ({ desk, params, query, reply }) => {
    const pdf = await printForm(desk, params.id, query.language);
    reply.fileName(query.language === 'de' ? 'anforderungsformular.pdf' : 'requirement-form.pdf');
    return pdf;
  },
  importPrintedForm: async ({ desk, actor, params, body }) => {
    await importPrintedForm(desk, actor, params.id, body);
    return shown(desk, actor, params.id);
  },
  importForm: async ({ desk, actor, params, body }) => {
    await importForm(desk, actor, params.id, body);
    return shown(desk, actor, params.id);
  },
  signOffForm: async ({ desk, actor, params, body }) => {
    await signOff(desk, actor, params.id, body);
    return shown(desk, actor, params.id);
  },
  setCredentials: async ({ desk, actor, params, body }) => {
    const { keepAnyway, ...keys } = body;
    const { kept, lines } = await setCredentials(
      desk,
      actor,
      params.id,
      sideIn(params.side),
      keys,
      keepAnyway,
    );
    return { kept, lines: [...lines] };
  },
  createDepositLink: async ({ desk, actor, params, body }) => {
    const made = await createDepositLink(desk, actor, params.id, body);
    return { ...made, expiresAt: iso(made.expiresAt) };
  },
  listDepositLinks: async ({ desk, params }) => {
    const setup = await readSetup(desk, params.id);
    const links = await desk.office.deposits(params.id);
    return {
      links: links.map((link) => ({
        id: link.id,
        side: link.side,
        createdBy: link.createdBy,
        createdAt: iso(link.createdAt),
        expiresAt: iso(link.expiresAt),
        usedAt: isoOrNull(link.usedAt),
        withdrawn: link.withdrawnAt !== null,
        otherAddress: isForOtherAddress(link, setup),
      })),
    };
  },
  withdrawDepositLink: async ({ desk, actor, params }) => {
    await withdrawDepositLink(desk, actor, params.id, params.depositId);
    return null;
  },
  lookAtDeposit: async ({ desk, body, address }) => {
    const { link, setup, publicKey } = await lookAtDeposit(desk, body.token, address);
    return {
      integration: setup.name,
      side: link.side,
      address: link.origin,
      askedBy: link.createdBy,
      expiresAt: iso(link.expiresAt),
      publicKey,
    };
  },
  deposit: async ({ desk, body, address }) => {
    const { works, lines } = await takeDeposit(desk, body.token, body.sealed, address);
    return { works, lines: [...lines] };
  },
  switchIntegration: async ({ desk, actor, params, body }) => {
    await switchSetup(desk, actor, params.id, body.on);
    return shown(desk, actor, params.id);
  },
  readHook: async ({ desk, params }) => {
    const { address, madeAt, hintedAt } = await hookOf(desk, params.id);
    return {
      address,
      madeAt: isoOrNull(madeAt),
      hintedAt: isoOrNull(hintedAt),
      events: [...hintEvents],
    };
  },
  makeHook: ({ desk, actor, params }) => makeHook(desk, actor, params.id),
  removeHook: async ({ desk, actor, params }) => {
    await removeHook(desk, actor, params.id);
    return null;
  },
  pauseIntegration: async ({ desk, actor, params, body }) => {
    await pauseSetup(desk, actor, params.id, body);
    return shown(desk, actor, params.id);
  },
};

async function shown(desk: FrontDesk, actor: Actor, id: string) {
  return shownIntegration(await viewSetup(desk, actor, id));
}

function sideIn(text: string): Side {
  if (text !== 'personio' && text !== 'timetac') throw new Problem('not-found');
  return text;
}
