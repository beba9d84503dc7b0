// Step 6: the sheet, the file, the sign-off.

import type { ReactNode } from 'react';
import { FormFile } from './form-file.tsx';
import { Sheet } from './sheet.tsx';
import { SignOff } from './sign-off.tsx';

export function SheetStep(): ReactNode {
  return (
    <>
      <Sheet />
      <SignOff />
      <FormFile />
    </>
  );
}
