// A password that somebody chose: long enough by the contract, and not one that is tried first.

import { Problem } from '../problem.ts';
import { hashPassword } from './secrets.ts';

/** Guesses that a good list needs at least; above it, tries that are counted (`tries.ts`) come to nothing. */
const leastGuesses = 1e8;
/** What makes more guesses necessary than that stands in the first characters already; the rest only takes time. */
const lookedAt = 64;

/** @throws Problem `password-guessable` */
export async function hashOfChosen(
  password: string,
  { name, email }: { readonly name: string; readonly email: string },
): Promise<string> {
  const words = [name, email, ...`${name} ${email}`.split(/[^\p{L}\p{N}]+/u), ...ours];
  const guesses = (await guesser()).check(password.slice(0, lookedAt), words).guesses;
  if (guesses < leastGuesses) throw new Problem('password-guessable');
  return hashPassword(password);
}

const ours = ['tandem', 'personio', 'timetac'];

let made: Promise<{ check: (password: string, words: string[]) => { readonly guesses: number } }> | null =
  null;
/** With 49,000 passwords that were found in the open, and the rows of keyboards; read when the first one is asked. */
const guesser = () => (made ??= makeGuesser());

async function makeGuesser() {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({ graphs: adjacencyGraphs, dictionary });
}
