// What keeps a configuration file from becoming a form: keys that nobody knows, at whatever depth, another version, and
// variables, which only a file that runs by itself can have. Wrong values are taken and named in the form.

import { fillFromEnvironment } from './environment.ts';
import { formOf } from './form-paths.ts';
import { type Flaw, found, said } from './mistake.ts';
import { settingsJsonSchema } from './schema.ts';
import type { Branch } from './tree.ts';
import { unknownKeys } from './unknown-keys.ts';

const jsonSchema = settingsJsonSchema();

export function importFlaws(tree: Branch): readonly Flaw[] {
  const { version = 1 } = tree;
  // Secrets are left out, and may well be variables.
  const variables = fillFromEnvironment(formOf(tree), {}).mistakes;
  return [
    ...unknownKeys(tree, jsonSchema),
    ...(version === 1 ? [] : [found(['version'], otherVersion, null)]),
    ...variables.map(({ path }) => found(path, noVariables, writeItOut)),
  ];
}

const otherVersion = said(
  'The file is of a version that this Tandem does not know.',
  'Die Datei hat eine Version, die dieses Tandem nicht kennt.',
);
const noVariables = said('A form knows no variables.', 'Ein Formular kennt keine Variablen.');
const writeItOut = said(
  'Write the value itself into the file.',
  'Schreiben Sie den Wert selbst in die Datei.',
);
