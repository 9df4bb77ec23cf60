import type { CancellationToken, Connection, WorkDoneProgressReporter } from 'vscode-languageserver';
import { logFailure } from '../connection.ts';

/** How far something long has come, and whether anyone still wants it. */
export interface Progress {
  readonly cancelled: boolean;
  /** Resolves when it is cancelled; a request has it, which may be given up while it waits. */
  readonly whenCancelled?: Promise<void>;
  /** Called often, shown rarely. */
  report(done: number, total: number): void;
  end(): void;
}

/** Progress that nobody sees. */
export const SILENT: Progress = { cancelled: false, report: () => {}, end: () => {} };

/** What is done in less time than this (milliseconds) needs no bar. */
const SHOWN_AFTER = 400;

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
  const timer = setTimeout(() => logFailure(connection, show()), SHOWN_AFTER);
  return {
    get cancelled() {
      return token?.isCancellationRequested === true;
    },
    report: eachPercent((percentage, message) => bar?.report(percentage, message)),
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
    whenCancelled: new Promise((resolve) => token.onCancellationRequested(() => resolve())),
    report: eachPercent((percentage, message) => bar.report(percentage, message)),
    end: () => bar.done(),
  };
}

/** Waits for some work, until that is done or waiting for it is cancelled. */
export async function waitFor(work: Promise<unknown>, { whenCancelled }: Progress): Promise<void> {
  await (whenCancelled ? Promise.race([work, whenCancelled]) : work);
}

/** The first or the second half of a piece of work. */
export function half(progress: Progress, which: 0 | 1): Progress {
  return {
    get cancelled() {
      return progress.cancelled;
    },
    ...(progress.whenCancelled ? { whenCancelled: progress.whenCancelled } : {}),
    report: (done, total) => progress.report(which * total + done, 2 * total),
    end: () => {},
  };
}

/** Shows every percent once. */
function eachPercent(show: (percentage: number, message: string) => void): Progress['report'] {
  let last = -1;
  return (done, total) => {
    const percentage = total === 0 ? 100 : Math.floor((100 * done) / total);
    if (percentage === last) return;
    last = percentage;
    show(percentage, `${percentage}%`);
  };
}
