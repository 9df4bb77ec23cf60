import type { CancellationToken, Connection, WorkDoneProgressReporter } from 'vscode-languageserver';
import { attempt } from '../publisher.ts';

/** How far something long has come, and whether anyone still wants it. */
export interface Progress {
  readonly cancelled: boolean;
  /** Called often, told rarely. */
  report(done: number, total: number): void;
  end(): void;
}

/** Progress for a client that shows none. */
export const SILENT: Progress = { cancelled: false, report: () => {}, end: () => {} };

/** What is done in less time than this (milliseconds) needs no bar. */
const PATIENCE = 400;

/** A bar of the editor's own, with a button to cancel, for work that nobody asked for; it comes when it takes long. */
export function backgroundProgress(connection: Connection, title: string): Progress {
  let token: CancellationToken | undefined;
  let bar: WorkDoneProgressReporter | undefined;
  let ended = false;
  const show = async () => {
    const created = await connection.window.createWorkDoneProgress();
    if (ended) return;
    token = created.token;
    bar = created;
    created.begin(title, 0, undefined, true);
  };
  const timer = setTimeout(() => attempt(connection, show()), PATIENCE);
  return {
    get cancelled() {
      return token?.isCancellationRequested === true;
    },
    report: rarely((percentage, message) => bar?.report(percentage, message)),
    end: () => {
      clearTimeout(timer);
      ended = true;
      bar?.done();
    },
  };
}

/** The progress of a request, which the client shows by itself and cancels like any request. */
export function requestProgress(bar: WorkDoneProgressReporter, token: CancellationToken): Progress {
  return {
    get cancelled() {
      return token.isCancellationRequested;
    },
    report: rarely((percentage, message) => bar.report(percentage, message)),
    end: () => bar.done(),
  };
}

/** The first or the second half of a piece of work. */
export function half(progress: Progress, which: 0 | 1): Progress {
  return {
    get cancelled() {
      return progress.cancelled;
    },
    report: (done, total) => progress.report(which * total + done, 2 * total),
    end: () => {},
  };
}

/** Tells of every percent once. */
function rarely(tell: (percentage: number, message: string) => void): Progress['report'] {
  let last = -1;
  return (done, total) => {
    const percentage = total === 0 ? 100 : Math.floor((100 * done) / total);
    if (percentage === last) return;
    last = percentage;
    tell(percentage, `${percentage}%`);
  };
}
