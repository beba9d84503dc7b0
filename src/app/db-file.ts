// Lines of text into a gzip-ed file and out of it, a piece at a time.

import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { HouseUnfit, damaged } from '../store/sql/moving-lines.ts';

/** Characters that are compressed at a time. */
const pieceLength = 64 * 1024;

/** Makes the file, for its owner only and where there is none yet, and returns the first line once all is on the disk. */
export async function packInto(path: string, lines: AsyncIterable<string>): Promise<string> {
  let first = '';
  const pieces = async function* (): AsyncGenerator<string> {
    let piece = '';
    for await (const line of lines) {
      if (first === '') first = line;
      piece += `${line}\n`;
      if (piece.length < pieceLength) continue;
      yield piece;
      piece = '';
    }
    yield piece;
  };
  await pipeline(
    Readable.from(pieces()),
    createGzip(),
    createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
  );
  return first;
}

/** No row of ours comes near it; PostgreSQL takes none that is larger. */
const longestLine = 256 * 1024 * 1024;
const lineFeed = 0x0a;

/**
 * The lines of a file. Only a line feed ends one: names may hold the other characters that Node takes for line ends.
 * @throws HouseUnfit where it is no such file, or is cut off
 */
export async function* unpackFrom(path: string): AsyncGenerator<string> {
  const gunzip = createGunzip();
  // What goes wrong on the way is met by whoever reads the other end.
  void pipeline(createReadStream(path), gunzip).catch(() => undefined);
  let parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, from)) {
        parts.push(chunk.subarray(from, at));
        yield Buffer.concat(parts).toString('utf8');
        parts = [];
        length = 0;
        from = at + 1;
      }
      parts.push(chunk.subarray(from));
      length += chunk.length - from;
      if (length > longestLine) throw damaged('a line without an end');
    }
  } catch (error) {
    throw asUnfit(error);
  }
  if (length > 0) throw damaged('it ends in the middle of a line');
}

function asUnfit(error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string' || !code.startsWith('Z_')) return error;
  return message === 'incorrect header check'
    ? new HouseUnfit({ why: 'foreign' })
    : damaged(`it cannot be unpacked (${message})`);
}
