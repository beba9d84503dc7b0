// Why a file cannot be read as a requirement form, and what to do about it.

import { type Said, said } from '../core/settings/mistake.ts';
import type { Trouble } from './form-reader.ts';

export const noPdf = said(
  'This file is no PDF. Choose the form that was filled in and saved as a PDF.',
  'Diese Datei ist kein PDF. Wählen Sie das Anforderungsblatt, das ausgefüllt und als PDF gespeichert wurde.',
);
export const tooLarge = said(
  'This file is larger than 5 MB, which no requirement form is. Choose the form that was made by Tandem.',
  'Diese Datei ist größer als 5 MB; so groß ist kein Anforderungsblatt. Wählen Sie das Blatt, das von Tandem stammt.',
);
export const notOurs = said(
  'This PDF is another form. Choose the requirement form that was made by Tandem; you can download it in step 6.',
  'Dieses PDF ist ein anderes Formular. Wählen Sie das Anforderungsblatt von Tandem; in Schritt 6 können Sie es herunterladen.',
);
export const newer = said(
  'This form was made by a newer version of Tandem. Bring Tandem up to date, or fill in a form that this version makes.',
  'Dieses Blatt stammt von einer neueren Version von Tandem. Aktualisieren Sie Tandem, oder füllen Sie ein Blatt aus dieser Version aus.',
);

export const troubles: Readonly<Record<Trouble, Said>> = {
  encrypted: said(
    'This PDF is protected by a password. Save it without protection and hand it in again.',
    'Dieses PDF ist mit einem Passwort geschützt. Speichern Sie es ohne Schutz, und reichen Sie es noch einmal ein.',
  ),
  damaged: said(
    'This PDF is damaged or not complete. Open it in a PDF viewer, save it again and hand it in again; if that does not help, fill in a new form.',
    'Dieses PDF ist beschädigt oder nicht vollständig. Öffnen Sie es in einem PDF-Programm, speichern Sie es neu, und reichen Sie es noch einmal ein; hilft das nicht, füllen Sie ein neues Blatt aus.',
  ),
  'no-fields': said(
    'This PDF has no fields to fill in: it is another document, or it was printed as a PDF after filling in. Hand in the form as it was saved, not as it was printed.',
    'Dieses PDF hat keine Felder zum Ausfüllen: Es ist ein anderes Dokument, oder es wurde nach dem Ausfüllen als PDF gedruckt. Reichen Sie das gespeicherte Blatt ein, nicht das gedruckte.',
  ),
  dynamic: said(
    'This PDF is a dynamic form (XFA), which Tandem does not make and cannot read. Fill in the requirement form that was made by Tandem.',
    'Dieses PDF ist ein dynamisches Formular (XFA); solche stammen nicht von Tandem und lassen sich hier nicht lesen. Füllen Sie das Anforderungsblatt von Tandem aus.',
  ),
  'too-much': said(
    'Reading this PDF takes more time or memory than any requirement form needs. Fill in a new form and hand that in.',
    'Dieses PDF zu lesen braucht mehr Zeit oder Speicher als jedes Anforderungsblatt. Füllen Sie ein neues Blatt aus, und reichen Sie dieses ein.',
  ),
};
