import { spawn } from 'node:child_process';
import { frame, type Message, unframe } from './framing.ts';

/** How the client answers what the server asks of it, by method, now or later; a `Refusal` is answered with an error. */
export type Answers = Readonly<Record<string, (params: unknown) => unknown>>;

/** Thrown by an answer to refuse a request of the server. */
export class Refusal extends Error {}

/** A bare JSON-RPC client at the other end of a server's standard streams. */
export interface Client {
  /** All that the server sent, answers included, in the order in which it arrived. */
  readonly received: readonly Message[];
  /** Sends a request and gives the whole answer, be it a result or an error. */
  readonly send: (method: string, params?: unknown) => Promise<Message>;
  /** Sends a request that must succeed. */
  readonly ask: <Result>(method: string, params?: unknown) => Promise<Result>;
  readonly notify: (method: string, params?: unknown) => void;
  /** Writes several messages in one go, as an editor does after a paste or when it was busy; gives their answers. */
  readonly burst: (messages: readonly Message[]) => Promise<Message>[];
  readonly raw: (bytes: Buffer | string) => void;
  /** The first message of the server, already here or to come, that fits. */
  readonly wait: (fits: (message: Message) => boolean, what: string) => Promise<Message>;
  /** Forgets what has been received: to move it about takes longer than the answers that are measured. */
  readonly forget: () => void;
  /** Closes the server's standard input. */
  readonly hangUp: () => void;
  readonly exit: Promise<number | null>;
  /** What the server wrote on standard error. */
  readonly complaints: () => string;
  readonly kill: () => void;
}

interface Waiter {
  readonly fits: (message: Message) => boolean;
  readonly resolve: (message: Message) => void;
  readonly reject: (reason: Error) => void;
}

/** Starts `node server --stdio`, with options of Node where there are some. */
export function connect(server: string, answers: Answers = {}, nodeOptions: readonly string[] = []): Client {
  const child = spawn(process.execPath, [...nodeOptions, server, '--stdio'], { stdio: 'pipe' });
  const received: Message[] = [];
  const waiters = new Set<Waiter>();
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  // A server that has ended cannot be written to; the test learns of it by `exit`.
  child.stdin.on('error', () => {});
  const write = (...messages: Message[]) =>
    child.stdin.write(Buffer.concat(messages.map((message) => frame(JSON.stringify({ jsonrpc: '2.0', ...message })))));
  const take = (message: Message) => {
    received.push(message);
    for (const waiter of [...waiters].filter(({ fits }) => fits(message))) {
      waiters.delete(waiter);
      waiter.resolve(message);
    }
  };
  child.stdout.on(
    'data',
    unframe((message) => {
      take(message);
      if (message.method !== undefined && message.id !== undefined) void answer(answers, message).then(write);
    }),
  );
  const exit = new Promise<number | null>((resolve) => {
    child.on('close', (code) => {
      resolve(code);
      for (const { reject } of waiters) reject(new Error(`the server ended with ${code}: ${errors.slice(0, 2000)}`));
    });
  });
  const wait: Client['wait'] = (fits, what) => {
    const here = received.find(fits);
    if (here) return Promise.resolve(here);
    if (child.exitCode !== null) return Promise.reject(new Error(`no ${what}: the server has ended\n${errors}`));
    return new Promise((resolve, reject) => waiters.add({ fits, resolve, reject }));
  };
  let last = 0;
  const burst: Client['burst'] = (messages) => {
    // `undefined` is left out by JSON, so that a notification stays without an id.
    const numbered = messages.map((message) => (message.id === null ? { ...message, id: ++last } : message));
    const answered = numbered.flatMap(({ id, method }) =>
      id === undefined ? [] : wait((each) => each.id === id && each.method === undefined, `answer to ${method}`),
    );
    write(...numbered);
    return answered;
  };
  const send: Client['send'] = (method, params) => burst([{ id: null, method, params }])[0] as Promise<Message>;
  return {
    received,
    send,
    ask: async <Result>(method: string, params?: unknown) => {
      const { result, error } = await send(method, params);
      if (error) throw new Error(`${method}: ${error.code} ${error.message}`);
      return result as Result;
    },
    notify: (method, params) => void write({ method, params }),
    burst,
    raw: (bytes) => void child.stdin.write(bytes),
    wait,
    forget: () => {
      received.length = 0;
    },
    hangUp: () => void child.stdin.end(),
    exit,
    complaints: () => errors,
    kill: () => void child.kill('SIGKILL'),
  };
}

async function answer(answers: Answers, { id = null, method = '', params }: Message): Promise<Message> {
  try {
    return { id, result: (await answers[method]?.(params)) ?? null };
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason;
    return { id, error: { code: -32601, message: reason.message } };
  }
}
