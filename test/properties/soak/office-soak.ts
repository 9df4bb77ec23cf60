import fc from 'fast-check';
import { analyse } from '../../../server/src/checks/analysis.ts';
import { importDocx } from '../../../server/src/import/docx.ts';
import { importFile } from '../../../server/src/import/import.ts';
import type { ImportResult } from '../../../server/src/import/imported.ts';
import { importPdf } from '../../../server/src/import/pdf/pdf-file.ts';
import { importXlsx } from '../../../server/src/import/xlsx.ts';
import { DOCX_SHAPES, renderDocx } from '../../support/docx.ts';
import { anyNumbers, type Numbers } from '../../support/generate/numbers.ts';
import { plainStyle } from '../../support/generate/style.ts';
import { startPrinter } from '../../support/print-pdf.ts';
import { misread } from '../../support/read-back.ts';
import { packMht, renderPrintPage, renderWordPage } from '../../support/saved-page.ts';
import { renderXlsx } from '../../support/xlsx.ts';
import { damaged } from './office-damage.ts';

/** More failures than this would bury the table. */
const MOST_SHOWN = 3;

type Write = (numbers: Numbers) => Uint8Array | Promise<Uint8Array>;
type Read = (bytes: Uint8Array) => ImportResult | Promise<ImportResult>;
type Kind = readonly [name: string, write: Write, read: Read];

/**
 * `npm run soak -- --office [reports] [seed] [damaged files]`: reports written as files of office suites and read back to
 * the last cell, then such files with damage, which must be read or refused in bounded time.
 */
export async function soakOffice([count = '500', seed = '1', damages = '2000']: readonly string[]): Promise<void> {
  const printer = await startPrinter(process.cwd());
  if (!printer) console.log('pdf: skipped, there is no Chromium of the editor tests');
  const kinds: Kind[] = [
    ...DOCX_SHAPES.map((shape): Kind => [`docx, ${shape}`, (each) => renderDocx(each, shape, plainStyle), importDocx]),
    ['xlsx', (each) => renderXlsx(each, plainStyle), importXlsx],
    [
      'mht',
      (each) => packMht(new TextEncoder().encode(renderWordPage(each, plainStyle)), 'utf-8'),
      async (bytes) => (await importFile(bytes, 'a.mht')) as ImportResult,
    ],
    ...(printer
      ? [['pdf', (each: Numbers) => printer.print(renderPrintPage(each, plainStyle)), importPdf] as Kind]
      : []),
  ];
  const samples: [string, Uint8Array, Read][] = [];
  for (const [name, write, read] of kinds) {
    const first = await roundTrips(name, write, read, Number(count), Number(seed));
    samples.push([name, first, read]);
  }
  await printer?.close();
  for (const [name, bytes, read] of samples) await readDamaged(name, bytes, read, Number(damages), Number(seed));
}

async function roundTrips(name: string, write: Write, read: Read, count: number, seed: number): Promise<Uint8Array> {
  let [failed, milliseconds, most, size] = [0, 0, 0, 0];
  let first = new Uint8Array();
  for (const [at, numbers] of fc.sample(anyNumbers, { seed, numRuns: count }).entries()) {
    const bytes = await write(numbers);
    if (at === 0) first = new Uint8Array(bytes);
    size += bytes.length;
    const start = performance.now();
    const result = await read(bytes);
    const took = performance.now() - start;
    milliseconds += took;
    most = Math.max(most, at === 0 ? 0 : took);
    const text = result.kind === 'imported' ? result.text : '';
    const problems = result.kind === 'imported' ? misread(analyse(text), numbers) : [result.reason];
    if (problems.length === 0) continue;
    failed++;
    if (failed <= MOST_SHOWN)
      console.log(`FAIL ${name}, seed ${seed}, number ${at}: ${problems.join('; ').slice(0, 400)}`);
  }
  const mean = (milliseconds / count).toFixed(1);
  console.log(
    `${name}: ${count} read back, ${failed} otherwise than written; ${mean} ms each, ${most.toFixed(0)} ms at most, ${(size / count / 1024).toFixed(0)} KB`,
  );
  if (failed > 0) process.exitCode = 1;
  return first;
}

/** Neither an exception nor a wait; what memory it took. */
async function readDamaged(name: string, whole: Uint8Array, read: Read, count: number, seed: number): Promise<void> {
  const kinds = new Map<string, number>();
  let [thrown, most, total, memory] = [0, 0, 0, 0];
  for (let number = 0; number < count; number++) {
    const bytes = damaged(whole, seed * count + number);
    const start = performance.now();
    try {
      const result = await read(bytes);
      const kind = result.kind === 'imported' ? 'read' : result.reason;
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    } catch (error) {
      thrown++;
      console.log(`FAIL ${name}, damage ${number}: ${String(error)}`);
    }
    const took = performance.now() - start;
    total += took;
    most = Math.max(most, took);
    memory = Math.max(memory, process.memoryUsage().rss);
  }
  const found = [...kinds].map(([kind, times]) => `${kind} ${times}`).join(', ');
  console.log(
    `${name}, damaged: ${count}, ${thrown} exceptions; ${found}; ${(total / count).toFixed(1)} ms each, ${most.toFixed(0)} ms at most, ${(memory / 1024 / 1024).toFixed(0)} MB`,
  );
  if (thrown > 0) process.exitCode = 1;
}
