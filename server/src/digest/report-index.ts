import type { Digest, Figure, Origin, Predecessor, ReportFile } from './digest.ts';
import { type Company, Lookalikes } from './lookalikes.ts';
import type { Numbers } from './numbers.ts';
import { shortKey } from './organ.ts';

/** The digests of many reports, by organ and year. The editor's index and the command line's both are one. */
export class ReportIndex {
  private readonly byUri = new Map<string, Predecessor>();
  private readonly byYear = new Map<string, Map<string, Predecessor>>();
  private readonly revisions = new Map<string, number>();
  private readonly lookalikes = new Lookalikes();
  /** By file: when a report that it is like was last changed. */
  private readonly likeRevisions = new Map<string, number>();
  private changes = 0;

  /**
   * Puts a digest in the place of the one that was known of this file; undefined takes that away.
   *
   * @returns the files of reports whose year before this may be
   */
  set(file: ReportFile, digest: Digest | undefined): string[] {
    const { uri } = file;
    const old = this.byUri.get(uri)?.digest;
    if (old) {
      this.byYear.get(keyOf(old.organ, old.year))?.delete(uri);
      this.byUri.delete(uri);
    }
    if (digest) {
      const key = keyOf(digest.organ, digest.year);
      const entry = { file, digest };
      const same = this.byYear.get(key) ?? new Map<string, Predecessor>();
      this.byYear.set(key, same.set(uri, entry));
      this.byUri.set(uri, entry);
    }
    this.lookalikes.set(uri, this.byUri.get(uri));
    return [...new Set([old, digest].flatMap((each) => (each ? this.touch(each) : [])))];
  }

  get(uri: string): Digest | undefined {
    return this.byUri.get(uri)?.digest;
  }

  /**
   * The report of the same organ on the year before. Of several, drafts or copies, what they agree on; an organ whose
   * name may be anybody's is looked for in the same folder only.
   *
   * @param uri of the report that the predecessor is wanted for
   */
  predecessorOf(now: Origin, uri: string): Predecessor | undefined {
    return agreed(this.before(now, uri));
  }

  /** All that may be the report on the year before, in the order of their addresses. */
  private before(now: Origin, uri: string): Predecessor[] {
    const all = this.sameOrgan(now);
    const near = now.placed ? all : all.filter(({ file }) => folderOf(file.uri) === folderOf(uri));
    return near.sort((a, b) => (a.file.uri < b.file.uri ? -1 : 1));
  }

  /** The report of the same organ on the year after: one whose year before is that of `uri`. */
  successorOf({ organ, year }: Origin, uri: string): Predecessor | undefined {
    const after = [...(this.byYear.get(keyOf(organ, year + 1))?.values() ?? [])];
    after.sort((a, b) => (a.file.uri < b.file.uri ? -1 : 1));
    return after.find((each) => this.before(each.digest, each.file.uri).some(({ file }) => file.uri === uri));
  }

  /** All reports that are known, with their organs and years. */
  all(): Iterable<Predecessor> {
    return this.byUri.values();
  }

  /**
   * The reports of an organ on the year before: those under the very name, else those under the one longer or shorter name
   * (洪泽区人民政府, 淮安市洪泽区人民政府) that is the only one of its kind in both years.
   */
  private sameOrgan({ organ, year }: Origin): Predecessor[] {
    const before = [...(this.byYear.get(keyOf(organ, year - 1))?.values() ?? [])];
    const exact = before.filter(({ digest }) => digest.organ === organ);
    if (exact.length > 0) return exact;
    const names = new Set(before.map(({ digest }) => digest.organ));
    const [other] = names;
    if (names.size !== 1 || other === undefined || !(other.endsWith(organ) || organ.endsWith(other))) return [];
    const now = [...(this.byYear.get(keyOf(organ, year))?.values() ?? [])];
    return now.every(({ digest }) => digest.organ === organ) ? before : [];
  }

  /** What a known report has in common with those of other organs on the same year. */
  companyOf(uri: string): Company | undefined {
    return this.lookalikes.companyOf(uri);
  }

  /**
   * Tells the reports that a known one is like, and itself, that one of them has changed or is about to.
   *
   * @returns their files
   */
  touchLookalikes(uri: string): string[] {
    const like = this.lookalikes.likeOf(uri).map(({ file }) => file.uri);
    if (like.length === 0) return [];
    const touched = [uri, ...like];
    for (const each of touched) this.likeRevisions.set(each, ++this.changes);
    return touched;
  }

  /** A number that changes whenever what `predecessorOf` or `companyOf` answers may have changed. */
  revision({ organ, year }: Origin, uri: string): number {
    const before = this.revisions.get(keyOf(organ, year - 1)) ?? 0;
    return Math.max(before, this.likeRevisions.get(uri) ?? 0);
  }

  private touch({ organ, year }: Origin): string[] {
    this.revisions.set(keyOf(organ, year), ++this.changes);
    // A second name in the same year leaves open which of the two is meant.
    const same = this.byYear.get(keyOf(organ, year));
    const others = [...(same?.values() ?? [])].filter(({ digest }) => digest.organ !== organ);
    if (others.length > 0) this.revisions.set(keyOf(organ, year - 1), ++this.changes);
    const next = this.byYear.get(keyOf(organ, year + 1));
    return [...(next?.keys() ?? []), ...others.map(({ file }) => file.uri)];
  }
}

/** Names that may be those of one organ have one key. */
function keyOf(organ: string, year: number): string {
  return `${year} ${shortKey(organ)}`;
}

export function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

/**
 * The first of several digests, without what the others contradict. Where they differ in one column of 结转下年度 none
 * of that row counts: the zeros that are left would agree by chance.
 */
function agreed([first, ...others]: readonly Predecessor[]): Predecessor | undefined {
  if (!first || others.length === 0) return first;
  const digests = others.map(({ digest }) => digest);
  const { carriedOut, documents, prose } = first.digest;
  const confirmed = (figures: (digest: Digest) => readonly Figure[]) => {
    const values = valuesOf(figures(first.digest));
    return digests.every((digest) => valuesOf(figures(digest)) === values);
  };
  const digest: Digest = {
    ...first.digest,
    carriedOut: confirmed((each) => each.carriedOut) ? carriedOut : [],
    received: confirmed(({ received }) => (received ? [received] : [])) ? first.digest.received : undefined,
    settled: confirmed(({ settled }) => (settled ? [settled] : [])) ? first.digest.settled : undefined,
    documents: documents.filter(({ row }) => confirmed((each) => validIn(each, row))),
    numbers: agreedNumbers(
      digests.map(({ numbers }) => numbers),
      first.digest.numbers,
    ),
    prose: prose.filter(({ hash }) => digests.every((each) => each.prose.some((print) => print.hash === hash))),
  };
  return { ...first, digest };
}

/** Numbers that differ among copies are unknown. */
function agreedNumbers(others: readonly Numbers[], { values, lines }: Numbers): Numbers {
  const same = (value: number, at: number) => others.every((each) => each.values[at] === value);
  return { values: values.map((value, at) => (same(value, at) ? value : Number.NaN)), lines };
}

function valuesOf(figures: readonly Figure[]): string {
  return figures.map(({ value }) => value).join();
}

function validIn({ documents }: Digest, row: string): Figure[] {
  return documents.flatMap((each) => (each.row === row ? each.valid : []));
}
