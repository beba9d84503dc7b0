// Whether the database's answer to one message is whole. Where its module breaks down (a failed sync, a stack that
// overflows) PGlite returns as if all were well: without the last word, or with it but without a word on what became of
// the statement. Nobody may wait for the rest of such an answer, or take it for a yes.

/** Kinds of PostgreSQL's messages, by their first byte. */
const kind = (letter: string): number => letter.charCodeAt(0);
const lastWord = kind('Z');
/** A statement is done, refused or suspended; who asks is let in; a statement is closed. */
const outcomes = ['C', 'E', 's', 'R', '3'].map(kind);
/** There was nothing to do: true of an empty text, but never of what was parsed, bound or described before. */
const nothing = kind('I');
const ofStatements = ['1', '2', 'n', 'T'].map(kind);

const headerBytes = 5;

export class Answer {
  /** Of the body of the message that is being read. */
  #bytesLeft = 0;
  readonly #header = Buffer.alloc(headerBytes);
  #headerLength = 0;
  #last = 0;
  readonly #seen = new Set<number>();

  read(data: Uint8Array): void {
    let at = 0;
    while (at < data.length) {
      const skipped = Math.min(this.#bytesLeft, data.length - at);
      this.#bytesLeft -= skipped;
      at += skipped;
      while (this.#bytesLeft === 0 && at < data.length) {
        this.#header[this.#headerLength++] = data[at++] ?? 0;
        if (this.#headerLength === headerBytes) this.#begin();
      }
    }
  }

  get isWhole(): boolean {
    const isAtItsEnd = this.#last === lastWord && this.#bytesLeft === 0 && this.#headerLength === 0;
    return isAtItsEnd && (this.#has(outcomes) || (this.#seen.has(nothing) && !this.#has(ofStatements)));
  }

  #begin(): void {
    this.#headerLength = 0;
    this.#last = this.#header[0] ?? 0;
    // The length counts itself.
    this.#bytesLeft = this.#header.readInt32BE(1) - 4;
    this.#seen.add(this.#last);
  }

  #has(kinds: readonly number[]): boolean {
    return kinds.some((one) => this.#seen.has(one));
  }
}
