// Why a request got no answer, and the one thing that matters about it: can the vendor have acted on it?

/**
 * - `not-sent`: no connection was made, so the vendor cannot have acted.
 * - `lost`: it was (or may have been) sent, and no whole answer came back.
 * - `forbidden`: our own rules refuse the address; nothing was sent and repeating is pointless.
 */
export type FailureKind = 'not-sent' | 'lost' | 'forbidden';

export interface Failure {
  readonly kind: FailureKind;
  /** Technical words without addresses or data, e.g. `ECONNREFUSED`. */
  readonly words: string;
}

/** Thrown by a transport that knows the kind itself. */
export class TransportFailure extends Error {
  override readonly name = 'TransportFailure' as const;
  readonly kind: FailureKind;

  constructor(kind: FailureKind, words: string) {
    super(words);
    this.kind = kind;
  }
}

/** Judges whatever a transport threw. In doubt a request counts as sent. */
export function failureOf(error: unknown): Failure {
  if (error instanceof TransportFailure) return { kind: error.kind, words: error.message };
  for (const link of chainOf(error)) {
    if (link instanceof TransportFailure) return { kind: link.kind, words: link.message };
    if (neverConnected(link)) return { kind: 'not-sent', words: wordsOf(link) };
  }
  return { kind: 'lost', words: wordsOf(chainOf(error).at(-1)) };
}

// fetch and undici hide the system's error behind `cause`, sometimes twice.
function chainOf(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let link = error; link !== undefined && link !== null && chain.length < 5; ) {
    chain.push(link);
    link = link instanceof Error ? link.cause : undefined;
  }
  return chain;
}

// A name that was not found, a refused or never finished connection, a certificate that was not accepted: in each the
// request itself has not left. A reset or a timeout later on proves nothing.
const codesBeforeSending = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_NODATA',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
]);

function neverConnected(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // Several addresses of one name were tried and all failed.
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(neverConnected);
  const syscall = 'syscall' in error ? error.syscall : undefined;
  return codesBeforeSending.has(codeOf(error)) || syscall === 'connect' || syscall === 'getaddrinfo';
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

function wordsOf(error: unknown): string {
  if (codeOf(error) !== '') return codeOf(error);
  if (error instanceof Error && error.name === 'TimeoutError') return 'no answer in time';
  return 'connection lost';
}
