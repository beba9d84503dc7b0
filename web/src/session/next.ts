// Where somebody wanted to go before signing in. Only addresses of this page: a link must not lead elsewhere.

export interface NextSearch {
  readonly next?: string;
  /** Set by the server where single sign-on did not work. */
  readonly problem?: string;
}

export function nextIn(search: Readonly<Record<string, unknown>>): NextSearch {
  const { next, problem } = search;
  return {
    ...(isOwnPath(next) ? { next } : {}),
    ...(typeof problem === 'string' ? { problem: problem.slice(0, 60) } : {}),
  };
}

export function isOwnPath(value: unknown): value is string {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value) && !value.startsWith('/sign-in');
}
