// What a route says before it becomes a `Response`: a plain answer, or a refusal thrown from any depth.

export interface Answer {
  readonly status: number;
  /** Sent as JSON; without it the body is empty. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the state changed. */
  readonly wrote?: boolean;
}

/** A "no", in one of the forms that Personio's areas use (vendor document, sections 1.1, 4.2, 4.3). */
export type Problem =
  | {
      readonly form: 'v2';
      readonly status: number;
      readonly title: string;
      readonly detail: string;
      readonly type?: string | null;
    }
  | { readonly form: 'v1'; readonly status: number; readonly code: number; readonly message: string }
  | {
      readonly form: 'token';
      readonly error: string;
      readonly description: string | null;
      readonly extra?: Readonly<Record<string, unknown>>;
    }
  | { readonly form: 'plain'; readonly answer: Answer };

/** Thrown by a route to answer with a problem; the state is untouched by then. */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super('refused');
    this.name = 'Refusal';
    this.problem = problem;
  }
}

export function refuse(status: number, title: string, detail: string, type: string | null = null): never {
  throw new Refusal({ form: 'v2', status, title, detail, type });
}

export function refuseV1(status: number, message: string, code: number = status): never {
  throw new Refusal({ form: 'v1', status, code, message });
}

/** `param` of section 4.2: a filter's value, or its form, is wrong. */
export function refuseFilter(wrong: 'value' | 'encoding'): never {
  const detail =
    wrong === 'value' ? 'Provided request parameters are invalid.' : 'Provided filter encoding is invalid.';
  refuse(400, 'Bad request', detail, errorType('common.bad_request'));
}

/** A record that is not there (section 4.2, second text). */
export function refuseMissing(): never {
  refuse(
    404,
    'Resource not found',
    'The requested resource was not found. The resource could have been deleted or never existed in our system.',
    errorType('common.requested_resource_not_found'),
  );
}

export const errorType = (fragment: string): string =>
  `https://developer.personio.de/reference/errors#${fragment}`;
