import type { Locale } from '../../server/src/checks/finding.ts';
import type { Answer, Question, Requests } from './messages.ts';

/** The source of the engine's bundle, put in by the build: the page is one file. */
declare const ENGINE: string;

/** Asks the engine, which works in a thread of its own. */
export class Engine {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, { resolve(value: never): void; reject(reason: Error): void }>();
  private last = 0;

  constructor(private readonly locale: Locale) {
    this.worker = new Worker(URL.createObjectURL(new Blob([ENGINE], { type: 'text/javascript' })));
    this.worker.addEventListener('message', ({ data: { id, value, error } }: MessageEvent<Answer>) => {
      const asked = this.waiting.get(id);
      this.waiting.delete(id);
      if (error === undefined) asked?.resolve(value as never);
      else asked?.reject(new Error(error));
    });
  }

  ask<Kind extends keyof Requests>(kind: Kind, value: Requests[Kind][0]): Promise<Requests[Kind][1]> {
    const question: Question = { id: ++this.last, kind, value, locale: this.locale };
    return new Promise((resolve, reject) => {
      this.waiting.set(question.id, { resolve, reject });
      this.worker.postMessage(question);
    });
  }
}
