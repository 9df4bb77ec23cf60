import { Readable } from 'node:stream';
import { analyse } from '../checks/analysis.ts';
import type { Digest, Origin, Predecessor } from '../digest/digest.ts';
import { makeDigest } from '../digest/make-digest.ts';
import { ReportIndex } from '../digest/report-index.ts';
import { judge, NO_PROJECT } from '../project/project.ts';
import { parseReport } from '../report/parse.ts';
import type { Report } from '../report/report.ts';
import { fixText } from './fix.ts';
import { readSource } from './read.ts';
import type { Source } from './result.ts';

/**
 * Digests of reports that were checked in this thread and that another report may be compared with, by their uri: as
 * the bytes of their JSON, which are some two kilobytes, where objects would take many times that.
 */
const known = new Map<string, Buffer>();
/** What is forgotten is read again. A year of a city's organs should find the year before it still there. */
const MOST = 4096;

/** Keeps the digest of a report that was checked. */
export function remember(uri: string, digest: Digest): void {
  const [oldest] = known.keys();
  if (known.size >= MOST && oldest !== undefined) known.delete(oldest);
  // Its own 上年结转 is compared where it is checked itself; what is kept is for the report of the year after.
  known.set(uri, Buffer.from(JSON.stringify({ ...digest, carriedIn: [] } satisfies Digest)));
}

/**
 * The report of the year before, as far as its copies agree.
 *
 * @param fix whether all sources are going to be repaired: then what counts is what will stand in them
 */
export async function earlier(
  now: Origin,
  uri: string,
  before: readonly Source[],
  fix: boolean,
): Promise<Predecessor | undefined> {
  const shelf = new ReportIndex();
  for (const source of before) {
    const bytes = known.get(source.uri);
    const digest = bytes ? (JSON.parse(bytes.toString()) as Digest) : await read(source, fix);
    shelf.set({ uri: source.uri, name: source.path }, digest);
  }
  return shelf.predecessorOf(now, uri);
}

async function read(source: Source, fix: boolean): Promise<Digest | undefined> {
  const contents = await readSource(source, Readable.from([]));
  if (contents.kind === 'skipped') return undefined;
  const { text } = contents.decoded;
  const report = fix ? repaired(source, text) : parseReport(text);
  return report && makeDigest({ report });
}

/** The report as `--fix` is going to leave it, or has left it already. */
function repaired({ project = NO_PROJECT }: Source, text: string): Report | undefined {
  const analysis = analyse(text);
  if (!analysis) return undefined;
  const spared = judge(analysis, project).dismissed.map(({ finding }) => finding);
  const fixed = fixText(analysis, spared);
  return fixed.changes.length > 0 ? parseReport(fixed.text, { always: true }) : analysis.report;
}
