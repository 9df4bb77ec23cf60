import { type Analysis, inOrder } from '../analysis.ts';
import type { Earlier, Figure, Origin, ReportFile, Summary } from './digest.ts';
import { compareYears } from './link.ts';

/** The digests of many reports, by organ and year. The editor's index and the command line's both are one. */
export class Shelf {
  private readonly byUri = new Map<string, Earlier>();
  private readonly byYear = new Map<string, Map<string, Earlier>>();
  private readonly revisions = new Map<string, number>();
  private changes = 0;

  /**
   * Puts a digest in the place of the one that was known of this file; undefined takes that away.
   *
   * @returns the files of reports whose year before this may be
   */
  set(file: ReportFile, summary: Summary | undefined): string[] {
    const { uri } = file;
    const old = this.byUri.get(uri)?.summary;
    if (old) {
      this.byYear.get(keyOf(old.organ, old.year))?.delete(uri);
      this.byUri.delete(uri);
    }
    if (summary) {
      const key = keyOf(summary.organ, summary.year);
      const entry = { file, summary };
      const same = this.byYear.get(key) ?? new Map<string, Earlier>();
      this.byYear.set(key, same.set(uri, entry));
      this.byUri.set(uri, entry);
    }
    return [...new Set([old, summary].flatMap((each) => (each ? this.touch(each) : [])))];
  }

  get(uri: string): Summary | undefined {
    return this.byUri.get(uri)?.summary;
  }

  /**
   * The report of the same organ on the year before. Of several, drafts or copies, what they agree on; an organ whose
   * name may be anybody's is looked for in the same folder only.
   *
   * @param uri of the report that the predecessor is wanted for
   */
  before(now: Origin, uri: string): Earlier | undefined {
    const all = [...(this.byYear.get(keyOf(now.organ, now.year - 1))?.values() ?? [])];
    const near = now.placed ? all : all.filter(({ file }) => folderOf(file.uri) === folderOf(uri));
    return agreed(near.sort((a, b) => (a.file.uri < b.file.uri ? -1 : 1)));
  }

  /** A number that changes whenever what `before` answers may have changed. */
  revision({ organ, year }: Origin): number {
    return this.revisions.get(keyOf(organ, year - 1)) ?? 0;
  }

  private touch({ organ, year }: Origin): string[] {
    this.revisions.set(keyOf(organ, year), ++this.changes);
    return [...(this.byYear.get(keyOf(organ, year + 1))?.keys() ?? [])];
  }
}

/** An analysis, of which `now` is the digest, with what follows from the report of the year before. */
export function withBefore(analysis: Analysis, now: Summary, before: Earlier | undefined): Analysis {
  if (!before) return analysis;
  return { ...analysis, before, findings: inOrder([...analysis.findings, ...compareYears(now, before)]) };
}

function keyOf(organ: string, year: number): string {
  return `${year} ${organ}`;
}

export function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

/**
 * The first of several digests, without what the others contradict. Where they differ in one column of 结转下年度 none
 * of that row counts: the zeros that are left would agree by chance.
 */
function agreed([first, ...others]: readonly Earlier[]): Earlier | undefined {
  if (!first || others.length === 0) return first;
  const summaries = others.map(({ summary }) => summary);
  const { carriedOut, documents, prose } = first.summary;
  const confirmed = (figures: (summary: Summary) => readonly Figure[]) => {
    const values = valuesOf(figures(first.summary));
    return summaries.every((summary) => valuesOf(figures(summary)) === values);
  };
  const summary: Summary = {
    ...first.summary,
    carriedOut: confirmed((each) => each.carriedOut) ? carriedOut : [],
    documents: documents.filter(({ row }) => confirmed((each) => validIn(each, row))),
    prose: prose.filter(({ hash }) => summaries.every((each) => each.prose.some((print) => print.hash === hash))),
  };
  return { ...first, summary };
}

function valuesOf(figures: readonly Figure[]): string {
  return figures.map(({ value }) => value).join();
}

function validIn({ documents }: Summary, row: string): Figure[] {
  return documents.flatMap((each) => (each.row === row ? each.valid : []));
}
