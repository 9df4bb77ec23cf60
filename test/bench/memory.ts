import { type Analysis, analyse } from '../../server/src/checks/analysis.ts';
import { MB, type Sample } from './texts.ts';

export interface Memory {
  readonly text: string;
  readonly bytes: number;
  /** What one analysis holds on to beside the text. Undefined without `--expose-gc`. */
  readonly heapBytes: number | undefined;
}

export function memoryOf({ name, text, bytes }: Sample): Memory {
  analyse(text);
  const count = bytes < MB / 8 ? 200 : 5;
  const before = heapUsed();
  const kept: (Analysis | undefined)[] = Array.from({ length: count }, () => analyse(text));
  const after = heapUsed();
  const held = before !== undefined && after !== undefined ? (after - before) / kept.length : undefined;
  return { text: name, bytes, heapBytes: held === undefined ? undefined : Math.max(0, Math.round(held)) };
}

function heapUsed(): number | undefined {
  if (!gc) return undefined;
  gc();
  return process.memoryUsage().heapUsed;
}
