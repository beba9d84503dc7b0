// The form as a configuration file, secrets left to the environment of whoever uses it.

import { Document, visit } from 'yaml';
import { type Branch, isBranch } from './tree.ts';

/** A whole file (YAML) of a form; `own`: its name where the form has none, and the id of the memory that it stands for. */
export function formAsFile(
  form: Branch,
  own: { readonly name?: string; readonly id?: string | null } = {},
): string {
  const keys = (side: 'personio' | 'timetac'): Branch => ({
    ...(isBranch(form[side]) ? form[side] : {}),
    clientId: `\${${side.toUpperCase()}_CLIENT_ID}`,
    clientSecret: `\${${side.toUpperCase()}_CLIENT_SECRET}`,
  });
  const { name = own.name } = form;
  const sections = ['users', 'absences', 'attendances', 'schedule', 'guard', 'lockedUntil', 'report'];
  const filled = sections.flatMap((section) =>
    form[section] === undefined ? [] : [[section, form[section]] as const],
  );
  return yamlText({
    version: 1,
    ...(typeof own.id === 'string' ? { id: own.id } : {}),
    name,
    personio: keys('personio'),
    timetac: keys('timetac'),
    ...Object.fromEntries(filled),
  });
}

/** What readers of older YAML (1.1) take for something else than the text it is: to them a bare `3:11` is the number 191. */
const mistaken = /^\d+(:\d+)+$|^(y|yes|n|no|on|off)$/i;

/** A file that every reader of YAML understands alike. */
export function yamlText(document: unknown): string {
  const made = new Document(document);
  visit(made, {
    Scalar: (_key, scalar) => {
      if (typeof scalar.value === 'string' && mistaken.test(scalar.value)) scalar.type = 'QUOTE_DOUBLE';
    },
  });
  return made.toString();
}
