// What an answer of Personio means. Personio says "no" in five shapes (personio.md sections 1.1, 1.2, 4.2, 4.3), one of
// them under HTTP 200, and a missing right under three different statuses; nothing here depends on a localised text.

import type { VendorRequest, Verdict } from '../http/client.ts';
import { field, isObject, jsonOf } from '../http/read-answer.ts';
import type { TransportAnswer } from '../http/transport.ts';
import { type VendorErrorKind, isHtml, isPassing } from '../http/vendor-error.ts';

export function judgePersonio(answer: TransportAnswer, request: VendorRequest): Verdict {
  const body = jsonOf(answer.text);
  if (answer.status >= 200 && answer.status < 300) return judgeSuccess(answer, body, request);
  // Redirects are not followed; an HTML page under a 4xx comes from something in between, not from Personio's rules.
  if (answer.status < 400 || (answer.status < 500 && isHtml(answer.text))) {
    return judgeStranger(answer);
  }
  return failure(answer.status, body, answer.text, request);
}

function judgeSuccess(answer: TransportAnswer, body: unknown, request: VendorRequest): Verdict {
  // v1 also says no under HTTP 200 (section 4.3).
  if (field(body, 'success') === false) {
    const stated = field(field(body, 'error'), 'code');
    const code = typeof stated === 'number' || typeof stated === 'string' ? Number(stated) : 0;
    return failure(code >= 400 && code < 600 ? code : 400, body, answer.text, request);
  }
  // PATCH answers 204 or 200, DELETE 204: any 2xx is success and the body is not used (sections 5.5 and 5.7, U20). A
  // page under 200 is no answer of Personio's: somebody in between spoke, and nobody knows what was done.
  const empty = answer.text.trim() === '';
  if ((request.method === 'PATCH' || request.method === 'DELETE') && (empty || isObject(body)))
    return { is: 'success', body: undefined };
  if (!isObject(body))
    return { is: 'unreadable', status: answer.status, reason: reasonOf(body, answer.text) };
  return { is: 'success', body };
}

function judgeStranger(answer: TransportAnswer): Verdict {
  // These two mean the same whoever says them.
  if (answer.status === 401) return { is: 'failure', status: 401, kind: 'access', reason: answer.text };
  if (answer.status === 429) return { is: 'failure', status: 429, kind: 'unreachable', reason: answer.text };
  const reason = answer.status < 400 ? 'answered with a redirect' : answer.text;
  return { is: 'unreadable', status: answer.status, reason };
}

function failure(status: number, body: unknown, text: string, request: VendorRequest): Verdict {
  const reason = reasonOf(body, text);
  return {
    is: 'failure',
    status,
    kind: kindOf(status, body, reason, request),
    code: codeOf(body),
    reason,
    traceId: field(body, 'personio_trace_id') ?? field(body, 'trace_id'),
  };
}

function kindOf(status: number, body: unknown, reason: string, request: VendorRequest): VendorErrorKind {
  // All errors of the token endpoint are a 400; these say nothing about the credentials (section 1.1).
  if (request.withoutToken === true && isPassing(codeOf(body))) return 'unreachable';
  if (request.withoutToken === true && status < 500 && status !== 429 && status !== 408) return 'access';
  if (status === 401) return 'access';
  if (status === 403) return request.intent === 'read' || speaksOfRights(reason) ? 'access' : 'refused';
  if (status === 404) return isMissingRecord(body) ? 'missing' : 'garbage';
  if (status === 429 || status === 408 || status >= 500) return 'unreachable';
  // Reports answer a missing right with 400 "Unauthorized token" [live, section 1.2].
  return status === 400 && /unauthori[sz]ed token/i.test(reason) ? 'access' : 'refused';
}

// A 403 to a write is either the whole credential's lack of a right or this one record's protection (a leave that the
// API may only read, U23). Only the first may end a run, and it always speaks of rights; the second says what it is.
const speaksOfRights = (reason: string): boolean =>
  /\b(scopes?|rights?|permissions?|unauthori[sz]ed|authori[sz]ation|credentials?)\b/i.test(reason);

// "Record gone" would be believed, so it has to be said in Personio's own envelope: a gateway's 404 is not, and that of
// an unknown route has a `type` of its own (section 4.2).
function isMissingRecord(body: unknown): boolean {
  const error = firstError(body);
  if (!isObject(error)) return field(body, 'success') === false;
  const type = field(error, 'type');
  return !(typeof type === 'string' && type.includes('apinot_found'));
}

function reasonOf(body: unknown, text: string): string {
  const v2 = firstError(body);
  const words = [field(v2, 'title'), field(v2, 'detail')].filter((part) => typeof part === 'string');
  if (words.length > 0) return words.join(': ');
  for (const candidate of [
    field(body, 'error_description'),
    field(field(body, 'error'), 'message'),
    field(body, 'message'),
    field(body, 'error'),
    field(body, 'title'),
  ]) {
    if (typeof candidate === 'string' && candidate !== '') return candidate;
  }
  return isObject(body) ? '' : text;
}

/** The machine-readable part: the fragment of `type` (v2), `error` (token), `error.code` (v1). */
function codeOf(body: unknown): unknown {
  const type = field(firstError(body), 'type');
  if (typeof type === 'string') return type.slice(type.indexOf('#') + 1);
  const error = field(body, 'error');
  return typeof error === 'string' ? error : field(error, 'code');
}

function firstError(body: unknown): unknown {
  const errors = field(body, 'errors');
  return Array.isArray(errors) ? (errors as unknown[])[0] : undefined;
}
