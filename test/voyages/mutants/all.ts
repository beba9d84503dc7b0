import { archiveMutants } from './archive.ts';
import { derivationMutants } from './derivations.ts';
import { deskMutants } from './desk.ts';
import { doorMutants } from './doors.ts';
import { formMutants } from './forms.ts';
import type { Mutant } from './mutant.ts';
import { registerMutants } from './register.ts';
import { workshopMutants } from './workshop.ts';

export const mutants: readonly Mutant[] = [
  ...workshopMutants,
  ...deskMutants,
  ...derivationMutants,
  ...registerMutants,
  ...doorMutants,
  ...archiveMutants,
  ...formMutants,
];
