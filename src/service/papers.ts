// Forms on paper: made, and read back. `app` ties this to the documents, which nobody else may know.

import type { Said } from '../core/settings/mistake.ts';
import type { Sheet } from '../core/settings/sheet.ts';

export type ReadForm =
  | { readonly ok: true; readonly sheet: Sheet; readonly language: 'de' | 'en' }
  | { readonly ok: false; readonly why: Said };

export interface Papers {
  /** The requirement form as a fillable PDF. */
  readonly makeForm: (sheet: Sheet, language: 'de' | 'en') => Promise<Uint8Array>;
  /** What somebody filled in; read in a process of its own, whatever the file is. */
  readonly readForm: (bytes: Uint8Array) => Promise<ReadForm>;
}
