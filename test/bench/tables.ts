import { BATCH_TARGET, type Batch } from './batch.ts';
import { COLD_TARGET, type ColdLatency } from './cold.ts';
import { GROWTH_TARGET, type Growth } from './growth.ts';
import { LATENCY_TARGET, type Latency } from './latency.ts';
import type { Memory } from './memory.ts';
import { REQUEST_TARGET, type RequestLatency } from './requests.ts';
import { figure, mark, type Table } from './table.ts';
import { KB, MB } from './texts.ts';
import { THROUGHPUT_TARGET, type Throughput } from './throughput.ts';

const size = (bytes: number): string =>
  bytes < MB ? `${(bytes / KB).toFixed(1)} KB` : `${(bytes / MB).toFixed(1)} MB`;

export function throughputTable(figures: readonly Throughput[]): Table {
  return {
    title: `Reading and judging one text, beside others that only read it (${THROUGHPUT_TARGET})`,
    head: ['text', 'size', 'by', 'ops/s', 'MB/s', 'ratio', ''],
    rows: figures.map(({ text, bytes, contender, opsPerSecond, mbPerSecond, ratio, met }) => [
      text,
      size(bytes),
      contender,
      figure(opsPerSecond),
      figure(mbPerSecond),
      ratio.toFixed(2),
      mark(met),
    ]),
  };
}

/** A line for each text: how often ours reads it in a second, and how long the parsers take beside it. */
export function quickLines(figures: readonly Throughput[]): string {
  const [ours] = figures;
  return figures
    .filter(({ contender }) => contender === ours?.contender)
    .map(({ text, opsPerSecond }) => {
      const parsers = figures.filter((each) => each.text === text && each.met !== undefined);
      const ratios = parsers.map(({ contender, ratio }) => `${contender} ${ratio.toFixed(2)}`);
      const met = mark(parsers.every((parser) => parser.met));
      return `${text.padEnd(6)} ${figure(opsPerSecond).padStart(6)} ops/s   ${ratios.join('   ')}   ${met}`;
    })
    .join('\n');
}

export function growthTable(figures: readonly Growth[]): Table {
  return {
    title: `Time of one analysis as the text grows (${GROWTH_TARGET})`,
    head: ['text', 'MB', 'ms', 'ratio', ''],
    rows: figures.map(({ text, megabytes, milliseconds, ratio, met }) => [
      text,
      String(megabytes),
      figure(milliseconds),
      ratio?.toFixed(2) ?? '–',
      mark(met),
    ]),
  };
}

export function memoryTable(figures: readonly Memory[]): Table {
  return {
    title: 'Heap that one analysis holds, the text not counted',
    head: ['text', 'size', 'heap KB', 'per byte of text'],
    rows: figures.map(({ text, bytes, heapBytes }) => [
      text,
      size(bytes),
      figure(heapBytes === undefined ? undefined : heapBytes / KB),
      figure(heapBytes === undefined ? undefined : heapBytes / bytes),
    ]),
  };
}

export function latencyTable(figures: readonly Latency[]): Table {
  return {
    title: `From a change to its diagnostics over stdio, in ms (${LATENCY_TARGET})`,
    head: ['text', 'size', 'edits', 'first', 'median', 'p95', ''],
    rows: figures.map(({ text, bytes, edits, first, median, p95, met }) => [
      text,
      size(bytes),
      String(edits),
      figure(first),
      figure(median),
      figure(p95),
      mark(met),
    ]),
  };
}

export function requestTable(figures: readonly RequestLatency[]): Table {
  return {
    title: `From a change to the answer of a request on it over stdio, in ms (${REQUEST_TARGET})`,
    head: ['request', 'text', 'size', 'median', 'p95', ''],
    rows: figures.map(({ request, text, bytes, median, p95, met }) => [
      request.replace('textDocument/', ''),
      text,
      size(bytes),
      figure(median),
      figure(p95),
      mark(met),
    ]),
  };
}

export function coldTable(figures: readonly ColdLatency[]): Table {
  return {
    title: `The same after a server's start, diagnostics pulled, in ms (${COLD_TARGET})`,
    head: ['text', 'size', 'servers', 'median', 'p95', 'slowest', ''],
    rows: figures.map(({ text, bytes, servers, median, p95, slowest, met }) => [
      text,
      size(bytes),
      String(servers),
      figure(median),
      figure(p95),
      figure(slowest),
      mark(met),
    ]),
  };
}

export function batchTable(figures: readonly Batch[]): Table {
  const [{ files, bytes } = { files: 0, bytes: 0 }] = figures;
  return {
    title: `A folder of ${files} reports, ${size(bytes)}, each program in a process of its own (${BATCH_TARGET})`,
    head: ['by', 'seconds', 'CPU s', 'files/s', 'MB/s', 'peak MB', 'ratio', ''],
    rows: figures.map(({ program, seconds, cpuSeconds, filesPerSecond, mbPerSecond, peakBytes, ratio, met }) => [
      program,
      figure(seconds),
      figure(cpuSeconds),
      figure(filesPerSecond),
      figure(mbPerSecond),
      figure(peakBytes / MB),
      ratio.toFixed(2),
      mark(met),
    ]),
  };
}
