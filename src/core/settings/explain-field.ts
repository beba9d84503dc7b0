// What is wrong with one field of a call, in a sentence.

import { type Said, said } from './mistake.ts';

/** @param kind what the check calls the flaw; @param params its bounds, where it has some */
export function explainField(kind: string, params: object): Said {
  const bound = (name: 'minimum' | 'maximum'): string => {
    const value: unknown = (params as Record<string, unknown>)[name];
    return typeof value === 'number' ? String(value) : '';
  };
  switch (kind) {
    case 'too_small':
      return bound('minimum') === '1'
        ? said('This is missing.', 'Das fehlt.')
        : said(
            `This is too short or too small: at least ${bound('minimum')}.`,
            `Das ist zu kurz oder zu klein: mindestens ${bound('minimum')}.`,
          );
    case 'too_big':
      return said(
        `This is too long or too large: at most ${bound('maximum')}.`,
        `Das ist zu lang oder zu groß: höchstens ${bound('maximum')}.`,
      );
    case 'invalid_format':
      return said('This does not have the right form.', 'Das hat nicht die richtige Form.');
    case 'invalid_value':
      return said('This is none of the possible values.', 'Das ist keiner der möglichen Werte.');
    case 'unrecognized_keys':
      return said('This is not known here.', 'Das ist hier nicht bekannt.');
    default:
      return said(
        'This is missing or is not what is expected here.',
        'Das fehlt oder ist nicht das, was hier erwartet wird.',
      );
  }
}
