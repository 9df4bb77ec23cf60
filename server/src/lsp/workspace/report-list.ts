import type { Digest } from '../../digest/digest.ts';
import { aggregate } from '../../features/aggregate.ts';
import type { Counted } from '../../summary/counted.ts';
import { missingOrgans } from '../../summary/expected.ts';
import { inOrder, nameOf, yearText } from '../../summary/model.ts';
import { type Total, totalsOf } from '../../summary/totals.ts';
import { pushTo } from '../../text/push-to.ts';
import type { SeverityCounts } from '../store/severities.ts';

/** A report and what was counted in it. */
export interface KnownReport extends SeverityCounts {
  /** Where it is shown. */
  readonly uri: string;
  readonly counted: Counted;
  /** Where its report of the year before is shown. */
  readonly before?: string;
  /** It has not been checked yet: nothing is known but organ and year. */
  readonly isPending?: true;
}

/** A report of which only the digest is known yet. */
export function uncounted(digest: Digest | undefined, uri: string, path: string): KnownReport {
  const { agency = '', year } = digest ?? {};
  const none = { tables: {}, errors: 0, findings: 0, failing: [], codes: {} };
  const counted: Counted = { kind: 'counted', path, agency, year, form: '2021', ...none };
  return { uri, counted, errors: 0, warnings: 0, others: 0, isPending: true };
}

/** What the request `zfxxgk/reports` answers. */
export interface ReportList {
  /** The latest year first; reports that name no year last. */
  readonly years: readonly ReportYear[];
}

export interface ReportYear {
  /** `2024 年`. */
  readonly name: string;
  readonly reports: readonly ListedReport[];
  /** Organs with a report on the year before and none on this one, with the address of that report. */
  readonly missing: readonly { readonly organ: string; readonly before?: string }[];
  /** What the reports of one form add up to; empty, like `missing`, until all have been checked. */
  readonly sums: readonly { readonly form: string; readonly reports: number; readonly totals: readonly Total[] }[];
}

export interface ListedReport extends SeverityCounts {
  readonly organ: string;
  readonly uri: string;
  readonly path: string;
  readonly before?: string;
  readonly isPending?: true;
}

/** The reports by year and organ, as a tree shows them. */
export function reportList(reports: readonly KnownReport[]): ReportList {
  const counted = inOrder(reports.map((each) => each.counted));
  // While the rest is on its way a sum would be half a sum, and an organ is not missing yet.
  const isWhole = reports.every(({ isPending }) => !isPending);
  const sums = isWhole ? aggregate(counted) : [];
  const known = new Map(reports.map((each) => [each.counted, each]));
  const byYear = new Map<number | undefined, KnownReport[]>();
  for (const each of counted) {
    const report = known.get(each);
    if (report) pushTo(byYear, each.year, report);
  }
  const years = [...byYear].sort(([a], [b]) => (b ?? 0) - (a ?? 0));
  return {
    years: years.map(([year, listed]) => ({
      name: yearText(year),
      reports: listed.map(toListed),
      missing: year === undefined || !isWhole ? [] : missingIn(year, counted, byYear.get(year - 1) ?? []),
      sums: sums
        .filter((sum) => sum.year === year)
        .map((sum) => ({ form: sum.form, reports: sum.reports.length, totals: totalsOf(sum) })),
    })),
  };
}

function toListed({ counted, ...rest }: KnownReport): ListedReport {
  return { organ: nameOf(counted), path: counted.path, ...rest };
}

function missingIn(year: number, counted: readonly Counted[], before: readonly KnownReport[]) {
  const [{ organs } = { organs: [] }] = missingOrgans([year], counted, undefined);
  const uris = new Map(before.map(({ counted, uri }) => [counted.agency, uri]));
  return organs.map((organ) => {
    const uri = uris.get(organ);
    return uri === undefined ? { organ } : { organ, before: uri };
  });
}
