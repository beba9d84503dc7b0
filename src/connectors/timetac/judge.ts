// What an answer of TimeTac means (timetac.md sections 1.2 and 4). The body speaks first: success is 2xx *and*
// `Success: true`; a refusal may come under HTTP 200, with its status in `Error`, as a number or as text.

import type { VendorRequest, Verdict } from '../http/client.ts';
import { field, isObject, jsonOf } from '../http/read-answer.ts';
import type { TransportAnswer } from '../http/transport.ts';
import { type VendorErrorKind, isPassing } from '../http/vendor-error.ts';

export function judgeTimetac(answer: TransportAnswer, request: VendorRequest): Verdict {
  const body = jsonOf(answer.text);
  const ok = answer.status >= 200 && answer.status < 300;
  if (!isObject(body)) return judgeStranger(answer, ok);
  // The sign-in does not use the envelope (section 1.2).
  if (request.withoutToken === true && ok && body['Success'] !== false) return { is: 'success', body };
  if (ok && body['Success'] === true) return { is: 'success', body };
  const status = statusOf(answer, body);
  if (status === null)
    return { is: 'unreadable', status: answer.status, reason: 'no sign of success or failure' };
  const reason = reasonOf(body);
  return {
    is: 'failure',
    status,
    kind: kindOf(status, body, request),
    code:
      field(body['ErrorExtended'], 'errorCode') ?? (typeof body['error'] === 'string' ? body['error'] : null),
    reason,
    traceId: answer.headers['x-request-id'],
  };
}

// Not JSON: an HTML page of a wrong path or of a crash, or nothing at all (sections 2 and 4.2).
function judgeStranger(answer: TransportAnswer, ok: boolean): Verdict {
  const { status, text } = answer;
  if (status >= 500 || status === 429 || status === 408)
    return { is: 'failure', status, kind: 'unreachable', reason: text };
  if (status === 401) return { is: 'failure', status, kind: 'access', reason: text };
  return { is: 'unreadable', status, reason: ok && text === '' ? 'answered with nothing' : text };
}

/** The vendor's own status; null when the answer says neither yes nor no. */
function statusOf(answer: TransportAnswer, body: Readonly<Record<string, unknown>>): number | null {
  const error = body['Error'];
  const stated = typeof error === 'number' || typeof error === 'string' ? Number(error) : Number.NaN;
  if (body['Success'] === false && Number.isInteger(stated) && stated >= 400 && stated < 600)
    return withoutOddity(stated);
  return answer.status >= 400 ? withoutOddity(answer.status) : null;
}

// 497 is TimeTac's own "your token is no good" (section 1.2).
const withoutOddity = (status: number): number => (status === 497 ? 401 : status);

function kindOf(
  status: number,
  body: Readonly<Record<string, unknown>>,
  request: VendorRequest,
): VendorErrorKind {
  if (status === 429 || status === 408 || status >= 500) return 'unreachable';
  if (request.withoutToken === true && isPassing(body['error'])) return 'unreachable';
  // A 403 to a write may be about this one record, which the API user must not touch; its words say which (section 4.2).
  if (status === 403 && request.intent === 'write' && body['Success'] === false) return 'refused';
  // 410: the endpoint was dropped in the version that is set up (section 2): the account's setting, no record's fault.
  if (request.withoutToken === true || status === 401 || status === 403 || status === 410) return 'access';
  if (status !== 404) return 'refused';
  // Only the envelope speaks of records. Outside it an unknown account or a wrong path answers (sections 1.2 and 2).
  if (body['Success'] === false) return 'missing';
  return /account/i.test(reasonOf(body) ?? '') ? 'access' : 'garbage';
}

// `errorString` is in the API user's language and says what people can act on; it is shown and never compared.
function reasonOf(body: Readonly<Record<string, unknown>>): string | null {
  for (const words of [
    field(body['ErrorExtended'], 'errorString'),
    body['ErrorMessage'],
    body['error_description'],
    body['error'],
  ]) {
    if (typeof words === 'string' && words !== '') return words;
  }
  return null;
}
