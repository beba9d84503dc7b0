// Projects of Personio (personio.md 5.6): only an active one takes hours, any other answers 422.

import { z } from 'zod';
import type { TargetProject } from '../../engine/ports.ts';
import { idSchema } from './scalars.ts';

export const projectSchema = z
  .object({ id: idSchema, status: z.string().nullish() })
  .transform(({ id, status }): TargetProject => ({ id, isOpen: status?.toUpperCase() !== 'ARCHIVED' }));
