// One value of the form as a field needs it: what to show, what is wrong with it, and what to do when it changes.

import { useState } from 'react';
import { useSay } from '../../words/say.ts';
import { fieldWords } from '../../words/steps-frame.ts';
import { useForm } from '../form.ts';
import type { Draft } from '../form/drafts.ts';
import type { Json } from '../form/json.ts';
import { textOf } from '../form/json.ts';

export interface Field {
  readonly value: Json;
  /** As it stands in a text field. */
  readonly text: string;
  readonly draft: Draft | null;
  readonly disabled: boolean;
  readonly error: string | undefined;
  readonly type: (typed: string, now: Json) => void;
  readonly leave: () => void;
  readonly choose: (now: Json) => void;
}

/** `write` is how a saved value stands in a text field. */
export function useField(path: string, write: (value: Json) => string = textOf): Field {
  const form = useForm();
  const [left, setLeft] = useState(false);
  const draft = form.draft(path);
  const value = form.value(path);
  return {
    value,
    text: draft?.typed ?? write(value),
    draft,
    disabled: !form.mayEdit,
    error: useError(path, left),
    type: (typed, now) => form.edit({ path, now, typed }),
    leave: () => {
      setLeft(true);
      form.leave(path);
    },
    choose: (now) => form.choose({ path, now }),
  };
}

/** Nobody is blamed for a field they have not come to yet: the list of what is missing names it all the same. */
function useError(path: string, left: boolean): string | undefined {
  const say = useSay();
  const form = useForm();
  const draft = form.draft(path);
  if (draft?.state === 'failed' && draft.trouble !== null) {
    const { problem } = draft.trouble;
    const field = problem.fields.find((one) => one.path === path);
    return say(fieldWords.notSavedYet, { why: say(field?.message ?? problem.message) });
  }
  const mistake = form.mistake(path);
  if (mistake === null || draft !== null || (form.saved(path) === null && !left)) {
    return undefined;
  }
  return mistake.hint === null ? say(mistake.message) : `${say(mistake.message)} ${say(mistake.hint)}`;
}
