// What a new account needs, and what is wrong with what was typed.

import type { Bilingual } from '../api/types.ts';
import { newAccountWords as words } from '../words/session.ts';

export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export const SHORTEST_PASSWORD = 12;

export interface AccountMistakes {
  readonly name?: Bilingual;
  readonly email?: Bilingual;
  readonly password?: Bilingual;
}

export function mistakesIn(account: NewAccount): AccountMistakes {
  return {
    ...(account.name.trim() === '' ? { name: words.nameMissing } : {}),
    ...(isEmail(account.email.trim()) ? {} : { email: words.emailWrong }),
    ...(account.password.length < SHORTEST_PASSWORD ? { password: words.passwordShort } : {}),
  };
}

/** Roughly; whether it is one in truth, a mail shows. */
export function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
}
