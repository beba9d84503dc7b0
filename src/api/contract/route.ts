// How a route is written down: one table says path, shapes and who may ask, and everything else is made from it: the
// checks, the handlers' types, the OpenAPI document, and the types of the page.

import type { z } from 'zod';

/**
 * Who may ask.
 * - `anyone`: no sign-in. `person`: whoever is signed in. `operator`: looks after the whole installation.
 * - About one integration (`:id` in the path), operators always and: `see` all its members; `set-up` its admins and
 *   customers; `lead` its admins.
 */
export type Access = 'anyone' | 'person' | 'operator' | 'see' | 'set-up' | 'lead';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface Route {
  readonly method: Method;
  /** Below `/api/v1`; `:name` are parameters. */
  readonly path: string;
  readonly access: Access;
  /** One sentence for the OpenAPI document. */
  readonly tells: string;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly answer: z.ZodType;
  /** Not JSON: a file, a stream of events, or the way to another address. */
  readonly media?:
    | 'text/csv'
    | 'text/html'
    | 'application/json'
    | 'application/pdf'
    | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    | 'application/yaml'
    | 'text/event-stream'
    | 'redirect';
  /** Largest body; without it the server's usual limit. */
  readonly mostBytes?: number;
  /** Asks a vendor, and takes as long as that takes. */
  readonly asksVendor?: true;
}

/** Names of the parameters in a path. */
export type ParametersIn<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParametersIn<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

export type Params<R extends Route> = { readonly [Name in ParametersIn<R['path']>]: string };
export type QueryOf<R extends Route> = R extends { readonly query: infer Q extends z.ZodType }
  ? z.output<Q>
  : undefined;
export type BodyOf<R extends Route> = R extends { readonly body: infer B extends z.ZodType }
  ? z.output<B>
  : undefined;
export type AnswerOf<R extends Route> = z.output<R['answer']>;
/** What a caller writes: defaults may be left out. */
export type BodyIn<R extends Route> = R extends { readonly body: infer B extends z.ZodType }
  ? z.input<B>
  : undefined;
export type QueryIn<R extends Route> = R extends { readonly query: infer Q extends z.ZodType }
  ? z.input<Q>
  : undefined;
