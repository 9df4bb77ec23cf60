import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import * as z from 'zod/mini';
import { pushTo } from '../text/push-to.ts';
import type { Diagnostic } from './json-format.ts';
import { pathFrom } from './projects.ts';
import type { Checked, Result } from './result.ts';
import { systemError } from './system-error.ts';
import { UsageError } from './usage-error.ts';

const TEXT = z.string().check(z.minLength(1));
const ENTRY = z.object({ path: TEXT, code: TEXT, fingerprint: TEXT, message: z.optional(z.string()) });
const BASELINE = z.object({ version: z.literal(1), findings: z.array(ENTRY) });

/** A known finding; `path` is written from the folder of the baseline, with `/`, and `message` is for its reader. */
type Entry = z.infer<typeof ENTRY>;

/** What became of the known findings in a run. */
export interface Balance {
  readonly file: string;
  readonly accepted: number;
  /** Known findings that were looked for and are there no more. */
  readonly gone: number;
  /** How many are known from now on, when the file was written. */
  readonly written?: number;
}

/** The known findings of one run: takes them out of its results, and keeps account of them. */
export class Baseline {
  private readonly folder: string;
  private readonly known = new Map<string, Entry[]>();
  private readonly byPrint = new Map<string, Entry[]>();
  private readonly checked = new Set<string>();
  /** Known findings that are there still. */
  private readonly found = new Set<Entry>();
  private readonly current: Entry[] = [];
  private accepted = 0;

  constructor(
    private readonly file: string,
    entries: readonly Entry[],
    /** Take every finding for known. */
    private readonly update: boolean,
  ) {
    this.folder = dirname(resolve(file));
    for (const entry of entries) {
      pushTo(this.known, entry.path, entry);
      pushTo(this.byPrint, entry.fingerprint, entry);
    }
  }

  /** Passes results on without the findings that are known. */
  async *unknown(results: AsyncIterable<Result>): AsyncGenerator<Result> {
    for await (const result of results) {
      const path = pathFrom(this.folder, result.source);
      if (path === undefined) yield result;
      else if (result.kind === 'report') yield this.withoutKnown(path, result);
      else {
        // A file that is no report any more has none of its findings; of one that could not be read nobody knows.
        if (result.reason === 'not-a-report') this.checked.add(path);
        yield result;
      }
    }
  }

  private withoutKnown(path: string, result: Checked): Checked {
    const { diagnostics } = result.report;
    this.checked.add(path);
    const isKnown = this.knownIn(path, result);
    const left: Diagnostic[] = [];
    for (const each of diagnostics) {
      const { code, fingerprint = '', message } = each;
      if (this.update) this.current.push({ path, code, fingerprint, message });
      if (!isKnown(fingerprint) && !this.update) left.push(each);
    }
    const accepted = diagnostics.length - left.length;
    this.accepted += accepted;
    if (accepted === 0) return result;
    const { fixable, ...rest } = result;
    const mended = fixable === undefined || left.length === 0 ? {} : { fixable };
    return { ...rest, ...mended, report: { ...result.report, diagnostics: left } };
  }

  /**
   * Which findings of a report are known: where organ and year are read their fingerprints name these, wherever the file
   * stands by now and whatever it is called; otherwise the path must be the same.
   */
  private knownIn(path: string, { report: { agency, year } }: Checked): (fingerprint: string) => boolean {
    const named = agency !== '' && year !== null;
    return (fingerprint) => {
      const all = this.byPrint.get(fingerprint) ?? [];
      const known = named ? all : all.filter((entry) => entry.path === path);
      for (const entry of known) this.found.add(entry);
      return known.length > 0;
    };
  }

  /** Settles the account when all results are through, and writes the file where that is wanted. */
  async finish(): Promise<Balance> {
    const unseen = [...this.known].filter(([path]) => !this.checked.has(path));
    const there = unseen.filter(([path]) => existsSync(resolve(this.folder, path)));
    const gone = new Set([...this.known].flatMap(([, entries]) => entries).filter((entry) => !this.found.has(entry)));
    // Of files that this run did not look at nobody knows.
    for (const [, entries] of there) for (const entry of entries) gone.delete(entry);
    const balance = { file: this.file, accepted: this.accepted, gone: gone.size };
    if (!this.update) return balance;
    // Files that this run did not look at keep what is known of them.
    const entries = [...there.flatMap(([, known]) => known), ...this.current].sort(byPlace);
    await write(this.file, entries);
    return { ...balance, written: entries.length };
  }
}

/** By code units, so that every machine writes the same, and without line numbers, so that edits move nothing. */
function byPlace(a: Entry, b: Entry): number {
  const [one, two] = [a, b].map(({ path, code, fingerprint }) => `${path}\0${code}\0${fingerprint}`) as [
    string,
    string,
  ];
  return one < two ? -1 : one > two ? 1 : 0;
}

async function write(file: string, findings: readonly Entry[]): Promise<void> {
  try {
    const { default: writeFileAtomic } = await import('write-file-atomic');
    await writeFileAtomic(file, `${JSON.stringify({ version: 1, findings }, null, 2)}\n`);
  } catch (error) {
    const { zh, en } = systemError(error);
    throw new UsageError({ zh: `基线文件 ${file} 无法写入：${zh}`, en: `baseline ${file} cannot be written: ${en}` });
  }
}

/**
 * Opens a baseline. One that is to be written need not be there yet.
 *
 * @throws UsageError when it cannot be read
 */
export async function openBaseline(file: string, update: boolean): Promise<Baseline> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      const { zh, en } = systemError(error);
      throw new UsageError({ zh: `无法读取基线文件 ${file}：${zh}`, en: `baseline ${file} cannot be read: ${en}` });
    }
    if (update) return new Baseline(file, [], update);
    throw new UsageError({
      zh: `找不到基线文件 ${file}；加上 --update-baseline 可生成一个`,
      en: `there is no baseline ${file}; --update-baseline makes one`,
    });
  }
  return new Baseline(file, readEntries(file, text), update);
}

function readEntries(file: string, text: string): Entry[] {
  const bad = (zh: string, en: string) =>
    new UsageError({
      zh: `基线文件 ${file} 无法使用：${zh}。请改正，或删去后用 --update-baseline 重新生成`,
      en: `baseline ${file} cannot be used: ${en}. Correct it, or delete it and make it anew with --update-baseline`,
    });
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw bad('不是合法的 JSON', 'it is no JSON');
  }
  const parsed = z.safeParse(BASELINE, value);
  if (parsed.success) return parsed.data.findings;
  const [key, index, ...rest] = parsed.error.issues[0]?.path ?? [];
  if (key === undefined)
    throw bad('应为 { "version": 1, "findings": [ … ] }', 'it should be { "version": 1, "findings": [ … ] }');
  if (key === 'version') throw bad('version 应为 1', 'version should be 1');
  if (index === undefined) throw bad('findings 应为 [ … ]', 'findings should be [ … ]');
  const place = `findings[${String(index)}]${rest.map((part) => `.${String(part)}`).join('')}`;
  throw rest.length > 0
    ? bad(`${place} 应为文字`, `${place} should be a string`)
    : bad(`${place} 应为 { … }`, `${place} should be { … }`);
}
