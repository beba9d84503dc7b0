import type { Form } from '../form.ts';
import { isObject } from '../form/json.ts';

/** Whether a part is on: yes, no, or nobody has decided yet. A section that says nothing else is on. */
export function isPartOn(form: Form, part: 'users' | 'absences' | 'attendances'): boolean | null {
  const chosen = form.value(`${part}.enabled`);
  if (chosen !== null) {
    return chosen !== false;
  }
  return isObject(form.saved(part)) ? true : null;
}
