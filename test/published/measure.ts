import { type Analysis, analyse } from '../../server/src/checks/analysis.ts';
import type { Comparison } from '../../server/src/checks/claims.ts';
import type { Finding } from '../../server/src/checks/finding.ts';
import { readProse } from '../../server/src/prose/index.ts';
import type { Span } from '../../server/src/text/span.ts';
import type { Page, Wanted } from './pages.ts';
import { kindOf, type WantedKind, windowsOf } from './wanted.ts';

/** What became of one page. */
export interface Measured {
  readonly page: Page;
  readonly recognised: boolean;
  readonly organ: string | undefined;
  readonly year: number | undefined;
  readonly claims: readonly MeasuredClaim[];
  /** Findings about sums and prose that no reader would make. */
  readonly alarms: readonly Finding[];
}

export interface MeasuredClaim {
  readonly wanted: Wanted;
  readonly kind: WantedKind;
  /** `read`: known as a claim, but not held against the table. */
  readonly state: 'compared' | 'read' | 'unread';
}

/** Rules that say that numbers do not agree. All tables of the pages do, and so does the prose, but for what a note tells. */
const NUMBERS =
  /^(row-total|outcome-total|carry-balance|review-total|cell-suspect|(prose|parts|ratio|year|documents)-mismatch|contradiction)$/;

export function measure(page: Page): Measured {
  const analysis = analyse(page.text);
  return {
    page,
    recognised: (analysis !== undefined) === page.isReport,
    organ: analysis?.report.agency,
    year: analysis?.report.year,
    claims: analysis ? measureClaims(page, analysis) : page.claims.map(unread),
    alarms: (analysis?.findings ?? []).filter(({ code }) => NUMBERS.test(code) && !isTold(page, code)),
  };
}

const unread = (wanted: Wanted): MeasuredClaim => ({ wanted, kind: kindOf(wanted), state: 'unread' });

/** True although no note tells it; a reduced page in ../shared/reports/found says so: its parts make 3914, not 3437. */
const TRUE = ['w03.txt parts-mismatch'];

/** Whether a reader knows that this finding is right. */
function isTold({ file, note }: Page, code: string): boolean {
  return note.includes('TRUE') || note.includes(`${code} expected`) || TRUE.includes(`${file} ${code}`);
}

/** Each thing that was read answers for one claim at most. */
function measureClaims({ text, claims }: Page, analysis: Analysis): MeasuredClaim[] {
  const settled = readProse(analysis.report).settled.map(({ span }) => span);
  const left = new Set<Comparison | Span>([...analysis.prose.comparisons, ...settled]);
  return claims.map((wanted) => {
    const windows = windowsOf(text, wanted);
    const fitting = [...left].filter((read) => fits(read, wanted, windows));
    const compared = fitting.find((read) => !('outcome' in read) || read.outcome !== 'unknown');
    const read = compared ?? fitting[0];
    if (read) left.delete(read);
    const state = compared ? 'compared' : read ? 'read' : 'unread';
    return { wanted, kind: kindOf(wanted), state };
  });
}

function fits(read: Comparison | Span, wanted: Wanted, windows: readonly Span[]): boolean {
  const span = 'claim' in read ? read.claim.span : read;
  if (!windows.some(({ start, end }) => span.start >= start && span.start < end)) return false;
  // That all was settled may be understood as so, as the number settled, or as nothing being left.
  const settles = kindOf(wanted) === 'all settled';
  if (!('claim' in read)) return settles;
  return read.claim.value === wanted.value || (settles && read.claim.value === 0);
}
