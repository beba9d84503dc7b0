// Makes any text fit to stand inside one sentence: names and vendors' reasons come from outside.

/**
 * One line, without control, direction-changing or invisible characters, cut at `most` characters (whole ones: a letter
 * keeps its accents). Joiners go as well: what nobody sees could hide something, and a blank in an emoji harms nobody.
 */
export function onOneLine(text: string, most: number): string {
  const line = text
    .slice(0, most * 20)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  if (line.length <= most) return line;
  const characters = Array.from(segmenter.segment(line), ({ segment }) => segment);
  if (characters.length <= most && line.length <= most * 4) return line;
  let kept = '';
  for (const character of characters.slice(0, most - 1)) {
    // A stack of combining marks is one character to the segmenter and may be endless.
    if (kept.length + character.length > most * 4) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
