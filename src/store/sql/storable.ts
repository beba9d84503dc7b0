// JSON as PostgreSQL takes it. A text that was cut amid a character, or brings a NUL, would end the whole transaction, and
// with it whatever else it was to keep.

/** What `JSON.stringify` writes of half a character, or of a NUL; whole characters it writes as they are. */
const unkept = /(?<!\\)((?:\\\\)*)\\u(?:d[89a-f][0-9a-f]{2}|0000)/g;

export function jsonbText(value: unknown): string {
  const text = JSON.stringify(value);
  return text.includes('\\u') ? text.replace(unkept, '$1\\ufffd') : text;
}
