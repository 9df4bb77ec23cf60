import fc from 'fast-check';
import { type Analysis, analyse } from '../../../server/src/checks/analysis.ts';
import { isOf, isSum } from '../../../server/src/checks/finding.ts';
import { identitiesIn, outcomeOf } from '../../../server/src/checks/identities.ts';
import { cellSuspect } from '../../../server/src/checks/rules/cell-suspect.ts';
import type { Correction } from '../../../server/src/checks/suspect.ts';
import { applyEdits } from '../../../server/src/edits/edit.ts';
import { fixesFor } from '../../../server/src/features/fixes.ts';
import { type Cell, numberIn, type Report } from '../../../server/src/report/report.ts';
import { type Fault, oneFault, twoFaults, valueAt, withFaults } from '../../support/generate/fault.ts';
import { anyNumbers, formOf, type Numbers } from '../../support/generate/numbers.ts';
import { type Layout, type Place, type Rendered, render, type Style, style } from '../../support/generate/render.ts';
import { notOffered, spell, together } from './offers.ts';
import { smallestByTrying } from './smallest.ts';

/** One random report, a wrong cell for it, and two wrong cells in different rows and columns of table 3. */
export interface Case {
  readonly layout: Layout;
  readonly numbers: Numbers;
  readonly style: Style;
  readonly fault: Fault;
  readonly pair: readonly [Fault, Fault];
}

export const caseIn = (layout: Layout): fc.Arbitrary<Case> =>
  anyNumbers.chain((numbers) =>
    fc.record({
      layout: fc.constant(layout),
      numbers: fc.constant(numbers),
      style,
      fault: oneFault(numbers),
      pair: twoFaults(numbers),
    }),
  );

export const renderCase = ({ numbers, layout, style: look }: Case): Rendered => render(numbers, layout, look);

/** An empty list of problems is what every report should give. */
type Problems = readonly string[];

const nameOf = ({ table, row, column }: Place | Cell): string => `${table}.${row}.${column}`;

/** Sorted pieces of text that stand in one list and not in the other. */
function differences(found: readonly string[], expected: readonly string[]): Problems {
  return [
    ...expected.filter((each) => !found.includes(each)).map((each) => `missing ${each}`),
    ...found.filter((each) => !expected.includes(each)).map((each) => `unexpected ${each}`),
  ];
}

/** What is read besides the values: whose report it is, on which year, in which form, and its sections. */
function framing({ title, form, sections }: Report): string[] {
  const numbers = sections.map((section) => section.form.number);
  return [`organ ${title?.agency}`, `year ${title?.year}`, `form ${form.year}`, `sections ${numbers}`];
}

/** Every value of the generator is read at exactly its characters, and nothing else is. */
export function misread({ numbers }: Case, { cells }: Rendered, { report }: Analysis): Problems {
  const { agency, year } = numbers;
  const frame = [`organ ${agency}`, `year ${year}`, `form ${formOf(numbers)}`, 'sections 1,2,3,4,5,6'];
  const expected = cells.map((cell) => `${nameOf(cell)} ${cell.start}-${cell.end} ${valueAt(numbers, cell)}`);
  const found = report.tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      (row?.cells ?? []).map(
        (cell) => `${nameOf(cell)} ${cell.span.start}-${cell.span.end} ${numberIn(cell) ?? cell.reading.kind}`,
      ),
    ),
  );
  return differences([...framing(report), ...found], [...frame, ...expected]);
}

/** The findings of a consistent report: there should be none, of whatever severity. */
export const alarms = ({ findings }: Analysis): Problems => findings.map(({ code, severity }) => `${severity} ${code}`);

/** The identities that a cell belongs to, written down from the form and not from the engine. */
export function identitiesOf({ table, row, column }: Place, { table3 }: Numbers): string[] {
  if (table === 4) return [`review-total 4.0.${Math.floor(column / 5) * 5 + 4}`];
  const last = table3.length - 1;
  const outcome = row >= 2 && row < last ? [`outcome-total 3.${last - 1}.${column}`] : [];
  const carry = row < 2 || row >= last - 1 ? [`carry-balance 3.${last}.${column}`] : [];
  return [`row-total 3.${row}.6`, ...outcome, ...carry];
}

/** A wrong cell fails exactly the identities that it belongs to, and is the reason for no other finding. */
export function notExact({ fault, numbers }: Case, { report, findings }: Analysis): Problems {
  const failing = identitiesIn(report).filter((identity) => outcomeOf(identity).kind === 'unequal');
  const expected = identitiesOf(fault, numbers);
  const others = findings.filter(({ code }) => code !== 'cell-suspect');
  const codes = others.map((finding) => (isSum(finding) ? 'sum' : finding.code));
  return [
    ...differences(
      failing.map(({ form, total }) => `${form.rule} ${nameOf(total)}`),
      expected,
    ),
    ...(others.length === expected.length ? [] : [`${others.length} findings: ${codes.join()}`]),
    ...marksWrong(fault, findings),
  ];
}

/** A wrong cell of table 3 is marked itself, once, unless the finding of its own sum stands there already. */
function marksWrong(fault: Fault, findings: Analysis['findings']): Problems {
  if (fault.table !== 3) return [];
  const stands = findings.some((finding) => isSum(finding) && nameOf(finding.facts.identity.total) === nameOf(fault));
  const marks = findings.flatMap((finding) => (isOf(finding, cellSuspect) ? [finding.facts] : []));
  const found = marks.map(({ cell, value }) => `${nameOf(cell)}=${value}`);
  return differences(found, stands ? [] : [wanted([fault])]).map((each) => `mark: ${each}`);
}

const described = (correction: Correction): string =>
  correction.map(({ cell, value }) => `${nameOf(cell)}=${value}`).join(' ');

const wanted = (faults: readonly Fault[]): string => faults.map((fault) => `${nameOf(fault)}=${fault.right}`).join(' ');

/** Each finding of a wrong cell in table 3 names this cell, and no other. */
export function suspectWrong({ fault }: Case, { findings }: Analysis): Problems {
  return findings.flatMap((finding) => {
    if (finding.code === 'cell-suspect') return [];
    const found = isSum(finding) && finding.facts.suspect ? described([finding.facts.suspect]) : finding.code;
    return found === wanted([fault]) ? [] : [`${found} is suspect instead of ${wanted([fault])}`];
  });
}

/** Digits before the decimal point. */
const digitsIn = (text: string): number => text.replace(/[.．].*/, '').replace(/[^\d０-９]/g, '').length;

/** Whether a number is left in the tables that shows how thousands are written; prose is no model for tables. */
function showsThousands({ report }: Analysis): boolean {
  const cells = report.tables.flatMap(({ rows }) => rows.flatMap((row) => row?.cells ?? []));
  return cells.some(({ span }) => digitsIn(report.text.slice(span.start, span.end)) > 3);
}

/** The preferred fix of each finding gives the text of the consistent report, byte for byte. */
export function notRestored({ text }: Rendered, analysis: Analysis): Problems {
  const seen = (each: string) => (showsThousands(analysis) ? each : each.replace(/[,，]/g, ''));
  return analysis.findings.flatMap((finding) => {
    const preferred = fixesFor(analysis, finding, 'zh').filter((fix) => fix.preferred);
    if (preferred.length !== 1) return [`${preferred.length} fixes of ${finding.code} are preferred`];
    const restored = applyEdits(analysis.report.text, preferred[0]?.edits ?? []);
    return seen(restored) === seen(text) ? [] : [`the preferred fix of ${finding.code} gives another text`];
  });
}

/** Whether the two wrong cells are among what the faults would have changed, and whether nothing else is. */
export function pairFound({ pair }: Case, { faults }: Analysis): 'unique' | 'ambiguous' | 'missed' {
  const ways = together(faults);
  const right = spell(pair.map(({ row, column, right: value }) => ({ row, column, value })));
  if (!ways.includes(right)) return 'missed';
  return ways.length === 1 ? 'unique' : 'ambiguous';
}

/** Two wrong cells whose corrections are both certain: their preferred fixes, made together, give the consistent report. */
function pairNotRestored({ text }: Rendered, analysis: Analysis): Problems {
  const preferred = analysis.findings.flatMap((finding) =>
    fixesFor(analysis, finding, 'zh').filter((fix) => fix.preferred),
  );
  const edits = new Map(preferred.flatMap((fix) => fix.edits.map((edit) => [edit.span.start, edit] as const)));
  const restored = applyEdits(analysis.report.text, [...edits.values()]);
  const seen = (each: string) => (showsThousands(analysis) ? each : each.replace(/[,，]/g, ''));
  return seen(restored) === seen(text) ? [] : ['the preferred fixes of two wrong cells give another text'];
}

/** Table 3 with its two wrong cells. */
function withPair({ numbers: { table3 }, pair }: Case): number[][] {
  const wrongAt = (row: number, column: number) => pair.find((fault) => fault.row === row && fault.column === column);
  return table3.map((values, row) => values.map((value, column) => wrongAt(row, column)?.wrong ?? value));
}

/** What came of one case; `undefined` where the question does not arise. */
export interface Verdict {
  readonly misread: Problems;
  readonly alarms: Problems;
  readonly notExact: Problems;
  readonly suspectWrong: Problems | undefined;
  readonly notRestored: Problems | undefined;
  readonly pair: 'unique' | 'ambiguous' | 'missed';
  /** Of a unique pair that is certain: what keeps the preferred fixes from restoring the text. */
  readonly pairNotRestored: Problems | undefined;
  /** How many corrections of the two wrong cells are equally small, and what is wrong with the quick fixes for them. */
  readonly choices: number;
  readonly notOffered: Problems;
}

function analysed(text: string): Analysis {
  const analysis = analyse(text);
  if (analysis === undefined) throw new Error('the text was not taken for a report');
  return analysis;
}

/** Reads a case clean, with its one and with its two wrong cells. */
export function verdictOf(given: Case): Verdict {
  const rendered = renderCase(given);
  const clean = analysed(rendered.text);
  const faulty = analysed(withFaults(rendered, [given.fault], given.style));
  const twice = analysed(withFaults(rendered, given.pair, given.style));
  const in3 = given.fault.table === 3;
  const pair = pairFound(given, twice);
  const smallest = smallestByTrying(withPair(given));
  return {
    misread: misread(given, rendered, clean),
    alarms: alarms(clean),
    notExact: notExact(given, faulty),
    suspectWrong: in3 ? suspectWrong(given, faulty) : undefined,
    notRestored: in3 ? notRestored(rendered, faulty) : undefined,
    pair,
    pairNotRestored:
      pair === 'unique' && twice.faults.every(({ certain }) => certain) ? pairNotRestored(rendered, twice) : undefined,
    choices: smallest.length,
    notOffered: notOffered(twice, smallest),
  };
}
