// Processes of the benchmark's own: the vendors and each contestant live in one each, so that memory is theirs alone and
// a crash is a crash. Parent and child ask each other over node's channel.

import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export type Role = 'vendors' | 'contestant' | 'crowd';

interface Question {
  readonly id: number;
  readonly ask: string;
  readonly given: unknown;
}

type Message =
  | Question
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly fault: string };

export interface Peer {
  /** Rejects when the process ends before it has answered. */
  readonly ask: <T>(what: string, given?: unknown) => Promise<T>;
  /** Kills it as a power cut would; resolves when it is gone. */
  readonly kill: () => Promise<void>;
}

export type Verbs = Readonly<Record<string, (given: never) => Promise<unknown>>>;

export class PeerGone extends Error {
  override readonly name = 'PeerGone';
}

const main = new URL('../main.js', import.meta.url).href;

/** Starts a process in this role; `heard` answers what it asks of us. */
export function start(role: Role, heard: Verbs = {}): Peer {
  const script = `import(${JSON.stringify(main)}).then((m) => m.main(['contest', '--as', '${role}'], console.log))`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 2, 2, 'ipc'],
    cwd: fileURLToPath(new URL('.', import.meta.url)),
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ask = questioner((message) => void child.send(message), child);
  void ended.then(() => ask.end());
  child.on('message', (message: Message) => hear(message, heard, ask, (back) => void child.send(back)));
  return {
    ask: ask.ask,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** In the child: answers what the parent asks until it is killed. */
export function serve(verbs: Verbs): Pick<Peer, 'ask'> {
  const send = (message: Message): void => void process.send?.(message);
  const ask = questioner(send, process);
  process.on('message', (message: Message) => hear(message, verbs, ask, send));
  // A parent that is gone leaves nobody to work for.
  process.on('disconnect', () => process.exit(0));
  return { ask: ask.ask };
}

type Questioner = ReturnType<typeof questioner>;

function questioner(send: (message: Question) => void, peer: ChildProcess | NodeJS.Process) {
  const open = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let ids = 0;
  return {
    ask: <T>(what: string, given: unknown = null): Promise<T> =>
      new Promise<T>((resolve, reject) => {
        const id = ids++;
        open.set(id, { resolve, reject });
        if (peer.connected) send({ id, ask: what, given });
        else reject(new PeerGone(what));
      }),
    settle: (message: Exclude<Message, Question>): void => {
      const waiting = open.get(message.id);
      open.delete(message.id);
      if ('fault' in message) waiting?.reject(new Error(message.fault));
      else waiting?.resolve(message.answer as never);
    },
    end: (): void => {
      for (const { reject } of open.values()) reject(new PeerGone('the process is gone'));
      open.clear();
    },
  };
}

function hear(message: Message, verbs: Verbs, ask: Questioner, send: (message: Message) => void): void {
  if (!('ask' in message)) return ask.settle(message);
  const { id } = message;
  const verb = verbs[message.ask];
  if (verb === undefined) return send({ id, fault: `nobody here knows ${message.ask}` });
  verb(message.given as never).then(
    (answer) => send({ id, answer }),
    (error: unknown) =>
      send({ id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
}
