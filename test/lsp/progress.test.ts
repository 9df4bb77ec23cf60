import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Connection } from 'vscode-languageserver';
import { backgroundProgress, half, type Progress } from '../../server/src/lsp/workspace/progress.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A connection whose client shows bars, and what it showed. */
function client() {
  const shown: string[] = [];
  const token = { isCancellationRequested: false };
  const bar = {
    token,
    begin: (title: string, _percentage: number, _message: undefined, cancellable: boolean) =>
      void shown.push(`begin ${title} ${cancellable ? 'cancellable' : ''}`),
    report: (percentage: number) => void shown.push(`${percentage}`),
    done: () => void shown.push('done'),
  };
  const connection = { window: { createWorkDoneProgress: async () => bar } } as unknown as Connection;
  return { connection, shown, token };
}

describe('progress of work in the background', () => {
  test('is not shown for what is done soon', async () => {
    const { connection, shown } = client();
    const progress = backgroundProgress(connection, '读取');
    progress.report(1, 2);
    await vi.advanceTimersByTimeAsync(300);
    progress.end();
    await vi.advanceTimersByTimeAsync(1000);
    expect(shown).toEqual([]);
  });

  test('is shown for what takes long, each percent once, and can be cancelled', async () => {
    const { connection, shown, token } = client();
    const progress = backgroundProgress(connection, '读取');
    await vi.advanceTimersByTimeAsync(500);
    for (let done = 100; done <= 110; done++) progress.report(done, 1000);
    expect(progress.cancelled).toBe(false);
    token.isCancellationRequested = true;
    expect(progress.cancelled).toBe(true);
    progress.end();
    expect(shown).toEqual(['begin 读取 cancellable', '10', '11', 'done']);
  });
});

test('two halves of a piece of work make one bar', () => {
  const told: number[] = [];
  const whole: Progress = { cancelled: false, report: (done, total) => void told.push(done / total), end: () => {} };
  half(whole, 0).report(5, 10);
  half(whole, 0).report(10, 10);
  half(whole, 1).report(1, 2);
  half(whole, 1).report(2, 2);
  expect(told).toEqual([0.25, 0.5, 0.75, 1]);
});
