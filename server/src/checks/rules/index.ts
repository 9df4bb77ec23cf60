import type { Rule } from '../finding.ts';
import { YEAR_CODES } from '../year-before.ts';
import { aspectMissing } from './aspect-missing.ts';
import { cellBlank } from './cell-blank.ts';
import { cellCount } from './cell-count.ts';
import { cellInvalid } from './cell-invalid.ts';
import { contradiction } from './contradiction.ts';
import { feeStatementMissing } from './fee-statement-missing.ts';
import { formOutdated } from './form-outdated.ts';
import { partsMismatch } from './parts-mismatch.ts';
import { proseMismatch } from './prose-mismatch.ts';
import { ratioMismatch } from './ratio-mismatch.ts';
import { rowMissing } from './row-missing.ts';
import { rowOrder } from './row-order.ts';
import { rowUnknown } from './row-unknown.ts';
import { sectionMissing } from './section-missing.ts';
import { sectionNumbering } from './section-numbering.ts';
import { sectionOrder } from './section-order.ts';
import { sums } from './sums.ts';
import { tableMissing } from './table-missing.ts';
import { yearMismatch } from './year-mismatch.ts';

/** Every rule, in the order in which the documentation lists them. A new rule is a file here and a line in this list. */
export const RULES: readonly Rule[] = [
  sums,
  sectionMissing,
  sectionOrder,
  sectionNumbering,
  aspectMissing,
  tableMissing,
  rowMissing,
  rowOrder,
  rowUnknown,
  cellCount,
  cellBlank,
  cellInvalid,
  formOutdated,
  proseMismatch,
  partsMismatch,
  ratioMismatch,
  yearMismatch,
  feeStatementMissing,
  contradiction,
];

/** The codes of all rules; the last look at two reports, and no report alone can break them. */
export const RULE_CODES = [...RULES.flatMap((rule) => rule.codes), ...YEAR_CODES];
