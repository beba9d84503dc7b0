// The letters of every document: DejaVu Sans knows Latin, Greek, Cyrillic, Arabic and Hebrew, and travels with the
// package, so that a document looks alike wherever it was made.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { PDFDocument, PDFFont } from '@cantoo/pdf-lib';
import fontkit from '@pdf-lib/fontkit';

export interface Fonts {
  readonly regular: PDFFont;
  readonly bold: PDFFont;
}

/** Embeds both weights, cut down to the letters that are drawn. Throws where the font's files are missing. */
export async function embedFonts(pdf: PDFDocument): Promise<Fonts> {
  pdf.registerFontkit({ create });
  const [regular, bold] = await Promise.all([fontFile('DejaVuSans.ttf'), fontFile('DejaVuSans-Bold.ttf')]);
  return {
    regular: await pdf.embedFont(regular, { subset: true }),
    bold: await pdf.embedFont(bold, { subset: true }),
  };
}

type Fontkit = Parameters<PDFDocument['registerFontkit']>[0];
type Font = Extract<Awaited<ReturnType<Fontkit['create']>>, { createSubset: unknown }>;

/**
 * A subset here has an `encode` that writes to a stream; pdf-lib takes whatever is called so for one that gives bytes
 * back. Without the name in its sight it uses `encodeStream`, which both understand alike.
 */
function create(bytes: Uint8Array): Font {
  const font = fontkit.create(bytes) as unknown as Font;
  const createSubset = font.createSubset.bind(font);
  font.createSubset = () => {
    const subset = createSubset();
    const encodeStream = subset.encodeStream?.bind(subset);
    return {
      ...subset,
      includeGlyph: (glyph) => subset.includeGlyph(glyph),
      ...(encodeStream === undefined ? {} : { encodeStream }),
    };
  };
  return font;
}

const fontFile = (name: string): Promise<Uint8Array> =>
  readFile(fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}`)));
