// Rows of the outbox as the archive and the office know them.

import type { Selectable } from 'kysely';
import type { OwedMail } from '../../core/report/mailing.ts';
import type { MailRecord } from '../../service/office/office.ts';
import type { Schema } from './schema.ts';

type MailRow = Selectable<Schema['mail']>;

export const toOwedMail = (row: MailRow): OwedMail => ({
  id: row.id,
  kind: row.kind as OwedMail['kind'],
  to: row.recipient,
  language: row.language as OwedMail['language'],
  createdAt: row.created_at,
  runId: row.run_id,
  facts: row.facts as OwedMail['facts'],
});

export const toMailRecord = (row: MailRow): MailRecord => ({
  ...toOwedMail(row),
  archiveId: row.integration_id,
  state: row.state as MailRecord['state'],
  tries: row.tries,
  nextTryAt: row.next_try_at,
  sentAt: row.sent_at,
  trouble: row.trouble,
});
