// The one way a vendor's trouble is told. Its indispensable field is `performed`: a write whose outcome is unknown must
// be read back, never repeated. Its words are the vendor's own, freed of secrets before anybody can log them.

export type VendorSide = 'personio' | 'timetac';
export type VendorErrorKind = 'access' | 'refused' | 'missing' | 'unreachable' | 'garbage';
export type Performed = 'no' | 'unknown';

export interface VendorErrorFields {
  readonly side: VendorSide;
  readonly kind: VendorErrorKind;
  /** Reads say `no`; writes say `no` only when the vendor surely did nothing. */
  readonly performed: Performed;
  readonly status: number | null;
  readonly code: string | null;
  readonly reason: string | null;
  readonly traceId: string | null;
  /** Method and path without ids or query. */
  readonly endpoint: string;
}

/** Thrown by every door; satisfies `VendorTrouble` of the engine's ports. `reason` must already be clean. */
export class VendorError extends Error implements VendorErrorFields {
  override readonly name = 'VendorError' as const;
  readonly side: VendorSide;
  readonly kind: VendorErrorKind;
  readonly performed: Performed;
  readonly status: number | null;
  readonly code: string | null;
  readonly reason: string | null;
  readonly traceId: string | null;
  readonly endpoint: string;

  constructor(fields: VendorErrorFields) {
    super(describe(fields));
    this.side = fields.side;
    this.kind = fields.kind;
    this.performed = fields.performed;
    this.status = fields.status;
    this.code = fields.code;
    this.reason = fields.reason;
    this.traceId = fields.traceId;
    this.endpoint = fields.endpoint;
  }
}

const longestReason = 500;
const longestCode = 100;

/**
 * A vendor's words as a person may read them: one line, no HTML page, no secret, at most 500 characters; null when
 * nothing is left. `secrets` are the values known to be secret (client secret, token, a new user's password).
 */
export function cleanReason(words: string | null | undefined, secrets: readonly string[]): string | null {
  if (words === null || words === undefined) return null;
  if (isHtml(words)) return 'answered with an HTML page';
  const line = hideSecrets(words.slice(0, 20_000), secrets)
    // oxlint-disable-next-line no-control-regex -- control characters are exactly what has to go
    .replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ')
    .trim();
  return line === '' ? null : shorten(line, longestReason);
}

/** A machine code or trace id: like `cleanReason`, and short. */
export function cleanCode(code: unknown, secrets: readonly string[]): string | null {
  if (typeof code !== 'string' && typeof code !== 'number') return null;
  const clean = cleanReason(String(code), secrets);
  return clean === null ? null : shorten(clean, longestCode);
}

export function isHtml(text: string): boolean {
  return /<(!doctype|html|head|body|title)\b/i.test(text.slice(0, 4000));
}

function describe({ side, endpoint, kind, status, reason }: VendorErrorFields): string {
  const judged = status === null ? kind : `${kind}, HTTP ${status}`;
  return `${side} ${endpoint}: ${judged}${reason === null ? '' : `: ${reason}`}`;
}

/** OAuth's words (RFC 6749) for a token endpoint's own trouble, which is no fault of the credentials. */
export const isPassing = (error: unknown): boolean =>
  error === 'server_error' || error === 'temporarily_unavailable';

// Besides the values we know, whatever looks like a credential goes: both vendors' tokens (`papi-…`, JWT, long hex).
const looksSecret = [
  /\bBearer\s+[\w.~+/=-]+/gi,
  /\bpapi-[\w.-]{6,}/gi,
  /\beyJ[\w-]{5,}\.[\w.-]+/g,
  /\b[0-9a-f]{32,}\b/gi,
  /\b(client_secret|access_token|refresh_token|password|authorization)("?\s*[:=]\s*"?)[^\s"&,;}]+/gi,
];

function hideSecrets(text: string, secrets: readonly string[]): string {
  let hidden = text;
  for (const secret of secrets) if (secret.length >= 4) hidden = hidden.replaceAll(secret, '•••');
  for (const pattern of looksSecret) hidden = hidden.replace(pattern, '•••');
  return hidden;
}

const shorten = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
