// A real mail server on loopback, which keeps what it takes and refuses what a test wants refused.

import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface MailServer {
  readonly url: string;
  /** Everything that was taken so far. */
  readonly mails: () => Promise<readonly Email[]>;
  /** An SMTP code for a recipient, or null to take the mail; null takes everything. */
  readonly answer: (codeFor: ((to: string) => number | null) | null, words?: string) => void;
  /** A whole SMTP line against the sender; null takes it. */
  readonly refuseSender: (line: string | null) => void;
  readonly stop: () => Promise<void>;
  /** On the same port again. */
  readonly start: () => Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const raw: Buffer[] = [];
  let codeFor: ((to: string) => number | null) | null = null;
  let words = 'try later';
  let senderLine: string | null = null;
  let port = 0;
  let server: SMTPServer | null = null;
  const make = (): SMTPServer =>
    new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onMailFrom: (_address, _session, done) => {
        done(
          senderLine === null
            ? null
            : Object.assign(new Error(senderLine.slice(4)), { responseCode: Number(senderLine.slice(0, 3)) }),
        );
      },
      onRcptTo: ({ address }, _session, done) => {
        const code = codeFor?.(address) ?? null;
        done(code === null ? null : Object.assign(new Error(words), { responseCode: code }));
      },
      onData: (stream, _session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          raw.push(Buffer.concat(chunks));
          done();
        });
      },
    });
  const start = async (): Promise<void> => {
    const made = make();
    server = made;
    await new Promise<void>((resolve) => made.listen(port, '127.0.0.1', resolve));
    const address = made.server.address();
    port = typeof address === 'object' && address !== null ? address.port : port;
  };
  await start();
  return {
    get url() {
      return `smtp://127.0.0.1:${port}`;
    },
    mails: () => Promise.all(raw.map((mail) => PostalMime.parse(mail))),
    answer: (code, said = 'try later') => {
      codeFor = code;
      words = said;
    },
    refuseSender: (line) => {
      senderLine = line;
    },
    stop: async () => {
      const running = server;
      server = null;
      if (running !== null) await new Promise<void>((resolve) => running.close(() => resolve()));
    },
    start,
  };
}
