// Whether somebody has typed a name. Marks that nobody can see, and thus nobody can type, do not count.

export function sameName(typed: string, name: string): boolean {
  return visible(typed) !== '' && visible(typed) === visible(name);
}

const visible = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
