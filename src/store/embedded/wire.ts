// The way to the embedded database is the way to a server: PostgreSQL's own driver, its pool and its reading of values,
// on a stream in memory instead of a socket. PGlite's own `query` goes in and out of its module five times per query
// and has every statement parsed anew; over the protocol it is once, and a statement is parsed once (measured: 0.10 ms
// instead of 0.4 to 0.7 for a small read).

import { Duplex } from 'node:stream';
import type { PGlite } from '@electric-sql/pglite';
import { Client, Pool, type PoolConfig, type QueryConfig } from 'pg';
import { Answer } from './answer.ts';
import type { Breakdown } from './breakdown.ts';

/**
 * A pool of the one connection that PGlite has: who asks while another's transaction is open waits for its end. It
 * tells `breakdown` when the database breaks down, and refuses everything from then on.
 */
export function poolOf(pglite: PGlite, breakdown: Breakdown, reading: Pick<PoolConfig, 'types'> = {}): Pool {
  return new Pool({
    Client: PreparingClient,
    stream: () => new Wire(pglite, breakdown),
    ...itself,
    max: 1,
    idleTimeoutMillis: 0,
    ...reading,
  });
}

/** Said here, so that no variable meant for a server (`PGUSER`, `PGSSLMODE`, …) says otherwise. */
const itself = {
  user: 'postgres',
  database: 'postgres',
  ssl: false,
  sslnegotiation: 'postgres',
  replication: 'false',
  options: '-c client_encoding=UTF8',
} as const;

/** Statements kept parsed; what else comes along (lists written out in full) is parsed as it comes. */
const keptStatements = 400;

/** A statement that is not there (any more), or whose columns have changed since it was parsed. */
const worthless = new Set(['26000', '0A000']);

class PreparingClient extends Client {
  readonly #names = new Map<string, string>();
  #count = 0;

  // The driver's type has a dozen forms; Kysely and the queue use one, and everything else passes through.
  override query = ((...given: readonly [unknown, unknown?, unknown?]): unknown => {
    const [text, values, ...rest] = given;
    const plain = super.query.bind(this) as (...given: readonly unknown[]) => unknown;
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) return plain(...given);
    const name = this.#nameOf(text);
    const config: QueryConfig = { text, values, ...(name === null ? {} : { name }) };
    const answer = plain(config, ...rest);
    if (answer instanceof Promise)
      answer.catch(({ code }: { readonly code?: string }) => {
        if (worthless.has(code ?? '')) this.#names.delete(text);
      });
    return answer;
  }) as Client['query'];

  #nameOf(text: string): string | null {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    if (this.#names.size >= keptStatements) return null;
    const name = `s${this.#count++}`;
    this.#names.set(text, name);
    return name;
  }
}

type Done = (error?: Error | null) => void;

const terminate = 'X'.charCodeAt(0);

class Wire extends Duplex {
  readonly #pglite: PGlite;
  readonly #breakdown: Breakdown;
  #hasBegun = false;

  constructor(pglite: PGlite, breakdown: Breakdown) {
    super();
    this.#pglite = pglite;
    this.#breakdown = breakdown;
  }

  connect(): this {
    process.nextTick(() => this.emit('connect'));
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  /** Everything of one query comes together: the driver holds it back until it is complete. */
  override _writev(pieces: readonly { readonly chunk: Buffer }[], done: Done): void {
    void this.#carry(Buffer.concat(pieces.map(({ chunk }) => chunk)), done);
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: Done): void {
    void this.#carry(chunk, done);
  }

  override _read(): void {
    // What the database answers is pushed as it comes.
  }

  override _final(done: () => void): void {
    this.push(null);
    done();
  }

  async #carry(message: Buffer, done: Done): Promise<void> {
    let broke: Error | null = null;
    try {
      // The database itself goes on when a connection ends: it is closed by whoever opened it.
      if (message[0] !== terminate || message.length !== 5) await this.#ask(message);
    } catch (error) {
      broke = error instanceof Error ? error : new Error(String(error));
    }
    done(broke);
  }

  async #ask(message: Buffer): Promise<void> {
    if (!this.#hasBegun) await this.#begin();
    // A connection that was given up in the middle of a query still finishes it before the next one begins.
    await this.#pglite.runExclusive(async () => {
      this.#breakdown.refuse();
      const answer = new Answer();
      try {
        await this.#pglite.execProtocolRawStream(message, {
          onRawData: (data) => {
            answer.read(data);
            // The database uses its buffer again.
            if (!this.destroyed) this.push(Buffer.from(data));
          },
        });
      } catch (error) {
        this.#breakdown.happened(error);
      }
      if (!answer.isWhole) this.#breakdown.happened('its answer has no end');
      this.#breakdown.refuse();
    });
  }

  /** A new connection finds what it would find on a server: no transaction of another's, none of its statements. */
  async #begin(): Promise<void> {
    this.#breakdown.refuse();
    this.#hasBegun = true;
    await this.#pglite.exec('rollback');
    await this.#pglite.exec('discard all');
  }
}
