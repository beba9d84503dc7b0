// An Excel workbook of plain tables. Cells are typed, so that no text becomes a formula.

import writeExcelFile from 'write-excel-file/node';
import type { Table } from '../core/report/tables.ts';

/** Far below what a cell may hold. */
const mostCharacters = 2_000;

export async function workbookOf(tables: readonly Table[]): Promise<Uint8Array> {
  const sheets = tables.map(({ name, rows, widths }) => ({
    sheet: name,
    data: rows.map((row, index) =>
      row.map((value) =>
        value === null
          ? null
          : typeof value === 'number'
            ? { value, type: Number }
            : {
                value: value.slice(0, mostCharacters),
                type: String,
                ...(index === 0 ? { fontWeight: 'bold' as const } : {}),
              },
      ),
    ),
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  }));
  const buffer = await writeExcelFile(sheets).toBuffer();
  return new Uint8Array(buffer);
}
