// Step 6: the sheet, the sign-off, the PDF, the file.

import type { ReactNode } from 'react';
import { FormFile } from './form-file.tsx';
import { PrintedForm } from './printed-form.tsx';
import { Sheet } from './sheet.tsx';
import { SignOff } from './sign-off.tsx';

export function SheetStep(): ReactNode {
  return (
    <>
      <Sheet />
      <SignOff />
      <PrintedForm />
      <FormFile />
    </>
  );
}
