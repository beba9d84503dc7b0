// The form of one integration in the hands of one person: values by path, what is wrong with them, saving a field when
// it is left, and what happens where somebody else was faster.

import { notifyManager, useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import { call, Refused } from '../api/call.ts';
import type { IntegrationView, Mistake } from '../api/types.ts';
import { keyOf } from '../api/use.ts';
import type { DraftStore } from './form/draft-store.ts';
import { draftStoreOf } from './form/draft-store.ts';
import type { Draft, Drafts, Edit } from './form/drafts.ts';
import { conflicted, dropped, edited, failed, insisted, sendable, sending, settled } from './form/drafts.ts';
import type { Json } from './form/json.ts';
import { mistakeAt, sameJson, valueAt } from './form/json.ts';

export interface Form {
  readonly integration: IntegrationView;
  /** False for who may only look, and where a file is the form. */
  readonly mayEdit: boolean;
  readonly drafts: Drafts;
  /** As it stands on the page: what was typed, else what is saved. */
  readonly value: (path: string) => Json;
  readonly saved: (path: string) => Json;
  readonly draft: (path: string) => Draft | null;
  readonly mistake: (path: string) => Mistake | null;
  /** Typed, not left yet. */
  readonly edit: (edit: Edit) => void;
  /** Left: saves what was typed there. */
  readonly leave: (path: string) => void;
  /** Chosen: saves at once. */
  readonly choose: (...edits: readonly Edit[]) => void;
  readonly saveAll: () => void;
  readonly keepMine: (path: string, now: Json) => void;
  readonly takeTheirs: (path: string) => void;
}

/** Where nobody answers, what was typed is sent again by itself. */
const AGAIN_MS = 10_000;

export function useFormOf(integration: IntegrationView): Form {
  const store = draftStoreOf(integration.id);
  const drafts = useSyncExternalStore(store.subscribe, store.read);
  const send = useSend(integration.id, store);
  const mayEdit = !integration.readOnly && integration.role !== 'viewer';
  useSendAgain(drafts, send);
  useWarnOnClose(drafts);
  return useMemo(() => {
    const saved = (path: string): Json => valueAt(integration.form, path);
    const edit = (one: Edit): void => store.change((now) => edited(now, one, saved(one.path)));
    return {
      integration,
      mayEdit,
      drafts,
      saved,
      value: (path) => drafts.get(path)?.now ?? (drafts.has(path) ? null : saved(path)),
      draft: (path) => drafts.get(path) ?? null,
      mistake: (path) => mistakeAt(integration.mistakes, path),
      edit,
      leave: (path) => {
        const draft = store.read().get(path);
        if (draft?.state === 'typing' && sameJson(draft.now, draft.base)) {
          store.change((now) => dropped(now, path));
        } else if (draft !== undefined) {
          send([path]);
        }
      },
      choose: (...edits) => {
        edits.forEach(edit);
        send(edits.map(({ path }) => path));
      },
      saveAll: () => send([...store.read().keys()]),
      keepMine: (path, now) => {
        store.change((before) => insisted(before, path, now));
        send([path]);
      },
      takeTheirs: (path) => store.change((now) => dropped(now, path)),
    };
  }, [integration, mayEdit, drafts, store, send]);
}

const FormContext = createContext<Form | null>(null);
export const FormProvider = FormContext;

export function useForm(): Form {
  const form = useContext(FormContext);
  if (form === null) {
    throw new Error('useForm stands outside of the steps');
  }
  return form;
}

function useSend(integrationId: string, store: DraftStore): (paths: readonly string[]) => void {
  const client = useQueryClient();
  return useCallback(
    (paths) => {
      const put = async (view: IntegrationView): Promise<void> => {
        const key = keyOf('readIntegration', { params: { id: integrationId } });
        // An answer that is still on its way may be older than this one.
        await client.cancelQueries({ queryKey: key });
        client.setQueryData(key, view);
        // Only once the page has heard of it may the draft go: else the field would show its old value for a moment.
        await new Promise<void>((heard) => notifyManager.schedule(heard));
      };
      void store.inTurn(() => sendNow(integrationId, store, paths, put));
    },
    [integrationId, store, client],
  );
}

async function sendNow(
  integrationId: string,
  store: DraftStore,
  paths: readonly string[],
  put: (view: IntegrationView) => Promise<void>,
): Promise<void> {
  const sent = sendable(store.read(), paths);
  if (sent.length === 0) {
    return;
  }
  store.change((drafts) => sending(drafts, sent));
  const changes = sent.map(({ path, base, now }) => ({ path, was: base, now }));
  try {
    const view = await call('changeForm', { params: { id: integrationId }, body: { changes } });
    await put(view);
    store.change((drafts) => settled(drafts, sent));
  } catch (error) {
    if (!(error instanceof Refused)) {
      throw error;
    }
    const conflicts = (error.problem.conflicts ?? []).filter(({ path }) => paths.includes(path));
    if (conflicts.length === 0) {
      store.change((drafts) => failed(drafts, sent, error));
      return;
    }
    store.change((drafts) => conflicted(drafts, conflicts));
    const view = await call('readIntegration', { params: { id: integrationId } }).catch(() => null);
    if (view !== null) {
      await put(view);
    }
    // What nobody else touched is saved all the same.
    await sendNow(integrationId, store, paths, put);
  }
}

function useSendAgain(drafts: Drafts, send: (paths: readonly string[]) => void): void {
  const silent = [...drafts.values()]
    .filter(({ state, trouble }) => state === 'failed' && trouble?.status === 0)
    .map(({ path }) => path)
    .join('\n');
  useEffect(() => {
    if (silent === '') {
      return undefined;
    }
    const again = (): void => send(silent.split('\n'));
    const timer = setTimeout(again, AGAIN_MS);
    globalThis.addEventListener('online', again);
    return () => {
      clearTimeout(timer);
      globalThis.removeEventListener('online', again);
    };
  }, [silent, drafts, send]);
}

function useWarnOnClose(drafts: Drafts): void {
  const isUnsaved = drafts.size > 0;
  useEffect(() => {
    if (!isUnsaved) {
      return undefined;
    }
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    globalThis.addEventListener('beforeunload', warn);
    return () => globalThis.removeEventListener('beforeunload', warn);
  }, [isUnsaved]);
}
