import { hear } from '../checks/evidence.ts';
import type { Analysis, Finding, Locale } from '../checks/finding.ts';
import { recompute } from '../checks/repair.ts';
import { SUM_RULES } from '../checks/rules/index.ts';
import { anywhere, MOST_OFFERED, RECOMPUTE_REPORT } from '../checks/sum-fixes.ts';
import { sparesCells, tried } from '../checks/trial.ts';
import { gatherEvidence } from '../checks/witnesses.ts';
import type { Edit } from '../edits/edit.ts';
import { numberIn } from '../report/report.ts';
import { printable } from '../text/foreign.ts';
import { safeChanges } from './fix-all.ts';

export { MOST_OFFERED };

/** Source actions beside the quick fixes; `source.fixAll.zfxxgk` runs on save when the user wants it. */
export const FIX_ALL = 'source.fixAll.zfxxgk';
export const RECOMPUTE_ALL = 'source.recomputeTotals.zfxxgk';

/** What a user can choose to have changed. */
export interface Fix {
  readonly kind: 'quickfix' | typeof FIX_ALL | typeof RECOMPUTE_ALL;
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Those of the edits that prose or last year's report speak against. */
  readonly contested?: readonly Edit[];
  /** The finding that it mends; a source action has none. */
  readonly finding?: Finding;
  readonly preferred: boolean;
}

/**
 * Each fix is tried on a copy of the text, so that those of all findings would take a square of time. Not more characters
 * than these are read for them: of a report of 100,000 characters the first thousand findings have fixes.
 */
const MOST_TRIED = 100_000_000;

function isTried<Facts>({ report, findings }: Analysis, finding: Finding<Facts>): boolean {
  const most = Math.max(1, Math.floor(MOST_TRIED / Math.max(1, report.text.length)));
  if (findings.length <= most) return true;
  return finding.span.start <= (findings[most - 1] as Finding).span.start;
}

/** The quick fixes of one finding, the best first. At most one is preferred. */
export function fixesFor<Facts>(analysis: Analysis, finding: Finding<Facts>, locale: Locale): Fix[] {
  if (!isTried(analysis, finding)) return [];
  const fixes = finding.rule.fixes?.(finding, analysis, locale) ?? [];
  return fixes
    .filter(
      ({ edits }) => edits.length > 0 && (ofCells(finding) || sparesCells(analysis.report, edits, ofParts(finding))),
    )
    .map((fix) => ({ kind: 'quickfix', ...fix, title: printable(fix.title), finding }));
}

/** Whether a finding is about numbers of a table: its rule has tried its fixes on a copy. */
function ofCells({ code }: Finding): boolean {
  return code.startsWith('cell-') || code === 'carryover-mismatch' || SUM_RULES.some((rule) => rule.code === code);
}

/** Whether a finding is about parts of a report, with which cells may come. */
function ofParts({ code }: Finding): boolean {
  return code.startsWith('section-') || code === 'table-missing' || code === 'text-cut-off';
}

/**
 * What `source.fixAll.zfxxgk` and the command 重算全部总计 do; absent when there is nothing to do.
 *
 * @param spared findings that the user has dismissed, which are not mended without asking
 */
export function sourceFixes(analysis: Analysis, locale: Locale, spared: readonly Finding[] = []): Fix[] {
  const all = safeChanges(analysis, spared).map(({ edit }) => edit);
  const totals = tried(analysis.report, recompute(analysis, anywhere));
  const evidence = gatherEvidence(analysis);
  const contested = totals.filter((repair) => hear(evidence, [repair], numberIn).disagreeing > 0);
  const fixes: Fix[] = [
    { kind: FIX_ALL, title: FIX_ALL_TITLE[locale], edits: all, preferred: false },
    {
      kind: RECOMPUTE_ALL,
      title: RECOMPUTE_REPORT[locale](totals.length),
      edits: totals.map(({ edit }) => edit),
      contested: contested.map(({ edit }) => edit),
      preferred: false,
    },
  ];
  return fixes.filter(({ edits }) => edits.length > 0);
}

const FIX_ALL_TITLE = {
  zh: '改正可以确定的总计和序号',
  en: 'Correct totals and ordinals that are certain',
} as const;

/** The last quick fix of a finding, which asks for a reason and writes it into `.zfxxgk.json`. */
export function dismissTitle(code: string, locale: Locale): string {
  return locale === 'zh' ? `忽略此处…（${code}）` : `Dismiss this finding… (${code})`;
}
