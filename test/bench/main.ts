// `npm run bench`: how fast texts are read and judged, beside other readers, and how soon the server answers a change.
// And how fast a folder of 10,000 reports is checked, beside other programs. Nothing here fails when a figure is bad:
// targets are printed beside the figures. `--json FILE` writes them down, `--batch` measures the folder only, `--quick`
// prints one line for each text of 6 KB: to be run before every change of what reads or judges; `--requests` measures
// what an editor asks beside diagnostics.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureBatch } from './batch.ts';
import { type ColdLatency, coldLatencyOf } from './cold.ts';
import { growthOf } from './growth.ts';
import { type Latency, latencyOf } from './latency.ts';
import { memoryOf } from './memory.ts';
import { type RequestLatency, requestLatenciesOf } from './requests.ts';
import { layOut, type Table } from './table.ts';
import {
  batchTable,
  coldTable,
  growthTable,
  latencyTable,
  memoryTable,
  quickLines,
  requestTable,
  throughputTable,
} from './tables.ts';
import { MB, type Sample, SHAPES, SMALL } from './texts.ts';
import { measureQuickly, measureThroughput } from './throughput.ts';

/** Beside this file, as scripts/build.mjs puts it. */
const SERVER = join(__dirname, 'server.js');

/** Servers that are started for the first edits on each text. */
const COLD_SERVERS = 5;

const OPTIONS = {
  json: { type: 'string' },
  batch: { type: 'boolean' },
  quick: { type: 'boolean' },
  requests: { type: 'boolean' },
} as const;

const show = (table: Table) => console.log(layOut(table));

async function measureLatency(large: readonly Sample[]): Promise<Latency[]> {
  const figures: Latency[] = [];
  for (const sample of SMALL) figures.push(await latencyOf(SERVER, sample, 200));
  for (const sample of large) if (sample.digits.length > 0) figures.push(await latencyOf(SERVER, sample, 40));
  show(latencyTable(figures));
  return figures;
}

async function measureRequests(large: readonly Sample[]): Promise<RequestLatency[]> {
  const figures: RequestLatency[] = [];
  for (const sample of SMALL.slice(0, 2)) figures.push(...(await requestLatenciesOf(SERVER, sample, 120)));
  for (const sample of large)
    if (sample.digits.length > 0) figures.push(...(await requestLatenciesOf(SERVER, sample, 40)));
  show(requestTable(figures));
  return figures;
}

async function measureCold(): Promise<ColdLatency[]> {
  const figures: ColdLatency[] = [];
  for (const sample of SMALL) figures.push(await coldLatencyOf(SERVER, sample, COLD_SERVERS));
  show(coldTable(figures));
  return figures;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  const machine = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cpus: cpus().length };
  if (values.requests) return void (await measureRequests(largeTexts()));
  if (values.quick) return console.log(quickLines(await measureQuickly(SMALL)));
  console.log(`Node ${machine.node}, ${machine.cpus} × ${machine.cpu}; 1 MB is 1,048,576 bytes of UTF-8\n`);
  const batch = await measureBatch();
  show(batchTable(batch));
  const others = values.batch ? {} : await measureOthers();
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify({ machine, batch, ...others }, null, 2)}\n`);
}

const largeTexts = () => SHAPES.map(({ ofSize }) => ofSize(MB));

async function measureOthers() {
  const large = largeTexts();
  const throughput = [...(await measureThroughput(SMALL)), ...(await measureThroughput(large))];
  show(throughputTable(throughput));
  const growth = SHAPES.flatMap(growthOf);
  show(growthTable(growth));
  const memory = [...SMALL, ...large].map(memoryOf);
  show(memoryTable(memory));
  const latency = await measureLatency(large);
  const requests = await measureRequests(large);
  const cold = await measureCold();
  return { throughput, growth, memory, latency, requests, cold };
}

void main();
