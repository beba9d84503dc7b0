// What a handler is given and what it answers, typed by its route.

import type { Actor, FrontDesk } from '../service/front-desk.ts';
import type { SignedIn } from '../service/session/sessions.ts';
import type { AnswerOf, BodyOf, Params, QueryOf } from './contract/route.ts';
import type { RouteName, Routes } from './contract/routes.ts';

export interface Asked<N extends RouteName> {
  readonly desk: FrontDesk;
  /** Null on routes that anyone may ask. */
  readonly signedIn: SignedIn | null;
  /** Who asks, and as what in the integration of the path. On routes for anyone there is nobody to ask for. */
  readonly actor: Actor;
  readonly params: Params<Routes[N]>;
  readonly query: QueryOf<Routes[N]>;
  readonly body: BodyOf<Routes[N]>;
  /** Of the network; for counting tries. */
  readonly address: string;
  readonly reply: ReplyTools;
}

export interface ReplyTools {
  /** Sets the session's cookie; null takes it away. */
  readonly setSession: (session: { readonly token: string; readonly expiresAt: number } | null) => void;
  readonly fileName: (name: string) => void;
  /** The address that was asked, as the outside sees it. */
  readonly askedAt: URL;
  /** What a sign-in at the provider has to find again when it comes back; null takes it away. */
  readonly setJourney: (sealed: string | null) => void;
  readonly journey: string | null;
}

export type Handler<N extends RouteName> = (asked: Asked<N>) => Promise<AnswerOf<Routes[N]>>;
/** Streams of events are answered by the server itself. */
export type Handlers = { readonly [N in Exclude<RouteName, 'watchRuns'>]: Handler<N> };
