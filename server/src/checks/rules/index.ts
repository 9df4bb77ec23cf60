import type { Rule } from '../finding.ts';
import { aspectMissing } from './aspect-missing.ts';
import { aspectNumbering } from './aspect-numbering.ts';
import { basisOutdated } from './basis-outdated.ts';
import { carryBalance } from './carry-balance.ts';
import { carryoverMismatch } from './carryover-mismatch.ts';
import { cellBlank } from './cell-blank.ts';
import { cellExtra } from './cell-extra.ts';
import { cellInvalid } from './cell-invalid.ts';
import { cellMissing } from './cell-missing.ts';
import { cellSuspect } from './cell-suspect.ts';
import { contradiction } from './contradiction.ts';
import { copiedText } from './copied-text.ts';
import { documentsFloor } from './documents-floor.ts';
import { documentsMismatch } from './documents-mismatch.ts';
import { feeStatementMissing } from './fee-statement-missing.ts';
import { formOutdated } from './form-outdated.ts';
import { labelAltered } from './label-altered.ts';
import { localDemand } from './local-demand.ts';
import { outcomeTotal } from './outcome-total.ts';
import { outlier } from './outlier.ts';
import { partsMismatch } from './parts-mismatch.ts';
import { personalData } from './personal-data.ts';
import { proseMismatch } from './prose-mismatch.ts';
import { ratioMismatch } from './ratio-mismatch.ts';
import { regulationsPower } from './regulations-power.ts';
import { reviewTotal } from './review-total.ts';
import { rowMissing } from './row-missing.ts';
import { rowOrder } from './row-order.ts';
import { rowTotal } from './row-total.ts';
import { rowUnknown } from './row-unknown.ts';
import { secondReport } from './second-report.ts';
import { sectionEmpty } from './section-empty.ts';
import { sectionMissing } from './section-missing.ts';
import { sectionNumbering } from './section-numbering.ts';
import { sectionOrder } from './section-order.ts';
import { sectionTitle } from './section-title.ts';
import { sectionsAnnounced } from './sections-announced.ts';
import { signOffDate } from './sign-off-date.ts';
import { tableMissing } from './table-missing.ts';
import { tableUnreadable } from './table-unreadable.ts';
import { templateResidue } from './template-residue.ts';
import { textCutOff } from './text-cut-off.ts';
import { titleMissing } from './title-missing.ts';
import { yearMismatch } from './year-mismatch.ts';
import { yearUnknown } from './year-unknown.ts';

/** The rules on sums, one for each identity of the forms. */
export const SUM_RULES = [rowTotal, outcomeTotal, carryBalance, reviewTotal] as const;

/** Where a slip is told of: at the wrong cell, or at a total. The other sums that fail by it are for information. */
export const SLIP_CODES: ReadonlySet<string> = new Set([...SUM_RULES, cellSuspect].map(({ code }) => code));

/** Every rule, in the order in which the documentation lists them. A new rule is a file here and a line in this list. */
export const RULES: readonly Rule[] = [
  ...SUM_RULES,
  cellSuspect,
  titleMissing,
  yearUnknown,
  secondReport,
  textCutOff,
  sectionMissing,
  sectionOrder,
  sectionNumbering,
  sectionTitle,
  aspectNumbering,
  aspectMissing,
  tableMissing,
  tableUnreadable,
  rowMissing,
  rowOrder,
  rowUnknown,
  labelAltered,
  cellMissing,
  cellExtra,
  cellBlank,
  cellInvalid,
  formOutdated,
  proseMismatch,
  partsMismatch,
  ratioMismatch,
  yearMismatch,
  feeStatementMissing,
  contradiction,
  documentsFloor,
  regulationsPower,
  templateResidue,
  sectionEmpty,
  signOffDate,
  basisOutdated,
  sectionsAnnounced,
  personalData,
  localDemand,
  carryoverMismatch,
  documentsMismatch,
  copiedText,
  outlier,
];

/** Those that find all they can in a report alone, and those that compare it with others. */
export const REPORT_RULES = RULES.filter(({ needsOthers }) => !needsOthers);
export const COMPARING_RULES = RULES.filter(({ needsOthers, findBetween }) => needsOthers || findBetween);

export const RULE_CODES: readonly string[] = RULES.map(({ code }) => code);
