// What is wrong with the writing of a file, said in our own words: the parser's own texts quote the file, and so might
// quote a secret.

import type { ErrorCode } from 'yaml';
import { type Flaw, found, type Said, said } from './mistake.ts';

/** The mistake a parser's error code means. */
export const faultOf = (code: ErrorCode): Flaw => {
  const [message, hint] = words(code);
  return found([], message, hint);
};

/** `{ clientId: ${NAME} }`: inside brackets the brace of a placeholder opens a mapping. */
export const barePlaceholder: Flaw = found(
  [],
  said(
    'Between brackets ${NAME} must stand in quotes.',
    'Zwischen Klammern muss ${NAME} in Anführungszeichen stehen.',
  ),
  said('Write "${NAME}", or one key per line.', '"${NAME}" schreiben, oder einen Schlüssel je Zeile.'),
);

function words(code: ErrorCode): readonly [Said, Said] {
  switch (code) {
    case 'TAB_AS_INDENT':
      return [
        said('A tab stands where the line is indented.', 'Die Zeile ist mit einem Tabulator eingerückt.'),
        said('Indent with spaces.', 'Mit Leerzeichen einrücken.'),
      ];
    case 'MISSING_CHAR':
      return [
        said(
          'A closing quote, bracket or comma is missing.',
          'Ein schließendes Anführungszeichen, eine Klammer oder ein Komma fehlt.',
        ),
        said(
          'Look at what is opened in this line or above it.',
          'Nachsehen, was in dieser Zeile oder darüber geöffnet wird.',
        ),
      ];
    case 'BAD_INDENT':
    case 'BAD_COLLECTION_TYPE':
      return [
        said(
          'The indentation does not fit the line above, or a bracket is not closed.',
          'Die Einrückung passt nicht zur Zeile darüber, oder eine Klammer ist nicht geschlossen.',
        ),
        said(
          'Indent what belongs together by the same number of spaces.',
          'Zusammengehöriges gleich weit einrücken.',
        ),
      ];
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      return [
        said(
          'There is a “: ” too many, or the next line is indented too far.',
          'Hier steht ein „: “ zu viel, oder die nächste Zeile ist zu weit eingerückt.',
        ),
        said(
          'Put a text that contains “: ” in quotes.',
          'Texte, die „: “ enthalten, in Anführungszeichen setzen.',
        ),
      ];
    case 'BAD_SCALAR_START':
      return [
        said(
          'A text begins with a character that has a meaning of its own.',
          'Ein Text beginnt mit einem Zeichen, das eine eigene Bedeutung hat.',
        ),
        said('Put the text in quotes.', 'Den Text in Anführungszeichen setzen.'),
      ];
    case 'BAD_DQ_ESCAPE':
      return [
        said(
          'After a backslash in double quotes stands a character that means nothing.',
          'Nach einem umgekehrten Schrägstrich in doppelten Anführungszeichen steht ein Zeichen ohne Bedeutung.',
        ),
        said(
          'Use single quotes, or write \\\\ for a backslash.',
          'Einfache Anführungszeichen verwenden oder \\\\ für den Schrägstrich schreiben.',
        ),
      ];
    case 'TAG_RESOLVE_FAILED':
    case 'MULTIPLE_TAGS':
      return [
        said(
          'A “!” mark that is not known here stands before a value, or its value does not fit it.',
          'Vor einem Wert steht eine Kennzeichnung mit „!“, die hier nicht bekannt ist oder nicht zum Wert passt.',
        ),
        said('Remove it, or put the text in quotes.', 'Entfernen oder den Text in Anführungszeichen setzen.'),
      ];
    case 'MULTIPLE_DOCS':
      return [
        said('A second document begins here (“---”).', 'Hier beginnt ein zweites Dokument („---“).'),
        said('One file holds one integration.', 'Eine Datei enthält eine Integration.'),
      ];
    case 'BAD_DIRECTIVE':
      return [
        said(
          'A line that begins with % is not understood.',
          'Eine Zeile, die mit % beginnt, wird nicht verstanden.',
        ),
        said('Remove it; the file is read as YAML 1.2.', 'Entfernen; die Datei wird als YAML 1.2 gelesen.'),
      ];
    case 'RESOURCE_EXHAUSTION':
      return [
        said('The file is nested too deeply.', 'Die Datei ist zu tief verschachtelt.'),
        said('Check the brackets.', 'Die Klammern prüfen.'),
      ];
    case 'DUPLICATE_KEY':
    case 'ALIAS_PROPS':
    case 'BAD_ALIAS':
    case 'BAD_PROP_ORDER':
    case 'IMPOSSIBLE':
    case 'KEY_OVER_1024_CHARS':
    case 'MULTIPLE_ANCHORS':
    case 'NON_STRING_KEY':
    case 'UNEXPECTED_TOKEN':
      return [
        said('This is not readable as YAML.', 'Das ist nicht als YAML lesbar.'),
        said(
          'Check indentation, colons and quotes in this line and the one above.',
          'Einrückung, Doppelpunkte und Anführungszeichen in dieser Zeile und der darüber prüfen.',
        ),
      ];
    default:
      return code satisfies never;
  }
}
