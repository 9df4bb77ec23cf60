// `npm run bench`: how fast texts are read and judged, beside other readers, and how soon the server answers a change.
// And how fast a folder of 10,000 reports is checked, beside other programs. Nothing here fails when a figure is bad:
// targets are printed beside the figures. `--json FILE` writes them down, `--batch` measures the folder only.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureBatch } from './batch.ts';
import { growthOf } from './growth.ts';
import { type Latency, latencyOf } from './latency.ts';
import { memoryOf } from './memory.ts';
import { layOut, type Table } from './table.ts';
import { batchTable, growthTable, latencyTable, memoryTable, throughputTable } from './tables.ts';
import { KB, MB, report, SHAPES } from './texts.ts';
import { type Throughput, throughputOf } from './throughput.ts';

/** Beside this file, as scripts/build.mjs puts it. */
const SERVER = join(__dirname, 'server.js');

const SMALL = [report('cells', 6 * KB), report('spaced', 6 * KB)];
const LARGE = SHAPES.map(({ ofSize }) => ofSize(MB));

const show = (table: Table) => console.log(layOut(table));

async function measureThroughput(): Promise<Throughput[]> {
  const figures: Throughput[] = [];
  for (const sample of [...SMALL, ...LARGE]) figures.push(...(await throughputOf(sample)));
  show(throughputTable(figures));
  return figures;
}

async function measureLatency(): Promise<Latency[]> {
  const figures: Latency[] = [];
  for (const sample of SMALL) figures.push(await latencyOf(SERVER, sample, 200));
  for (const sample of LARGE) if (sample.digits.length > 0) figures.push(await latencyOf(SERVER, sample, 40));
  show(latencyTable(figures));
  return figures;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'string' }, batch: { type: 'boolean' } } });
  const machine = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cpus: cpus().length };
  console.log(`Node ${machine.node}, ${machine.cpus} × ${machine.cpu}; 1 MB is 1,048,576 bytes of UTF-8\n`);
  const batch = await measureBatch();
  show(batchTable(batch));
  const others = values.batch ? {} : await measureOthers();
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify({ machine, batch, ...others }, null, 2)}\n`);
}

async function measureOthers() {
  const throughput = await measureThroughput();
  const growth = SHAPES.flatMap(growthOf);
  show(growthTable(growth));
  const memory = [...SMALL, ...LARGE].map(memoryOf);
  show(memoryTable(memory));
  const latency = await measureLatency();
  return { throughput, growth, memory, latency };
}

void main();
