import fc from 'fast-check';
import { type Analysis, analyse } from '../../../server/src/checks/analysis.ts';
import { safeRepairs } from '../../../server/src/checks/repair.ts';
import { applyEdits, type Edit } from '../../../server/src/edits/edit.ts';
import { fixesFor } from '../../../server/src/features/fixes.ts';
import { numberIn } from '../../../server/src/report/report.ts';
import { type Change, DAMAGES, damagedText, damages } from '../../support/generate/damage.ts';
import { SECTIONS } from '../../support/generate/labels.ts';
import { anyNumbers, type Numbers } from '../../support/generate/numbers.ts';
import { LAYOUTS, type Layout, render, type Style, style } from '../../support/generate/render.ts';
import { typing } from '../../support/generate/typing.ts';
import { besideYearBefore, WITNESSES, type Witness, whileTyping } from './witness.ts';

/** A report that is damaged in a known way. */
export interface Harmed {
  readonly numbers: Numbers;
  readonly layout: Layout;
  readonly style: Style;
  readonly changes: readonly Change[];
  /** What is right; other than `numbers` where the changes were made on purpose. */
  readonly truth: Numbers;
  readonly witness: Witness | 'typed';
}

/** Damages, and what was typed on purpose in an editor that had the report open while its sums held. */
export const HARMS = [...DAMAGES, 'typed on purpose'] as const;
export type Harm = (typeof HARMS)[number];

/** Random reports with `count` damages of one kind. */
export const damagedReport = (kind: Harm, count: number): fc.Arbitrary<Harmed> =>
  anyNumbers
    // A report in which all is zero has hardly a place to be damaged at.
    .filter(({ table3 }) => table3.flat().some((value) => value > 0))
    .chain((numbers): fc.Arbitrary<Harmed> => {
      const base = { numbers: fc.constant(numbers), layout: fc.constantFrom(...LAYOUTS), style };
      if (kind !== 'typed on purpose') {
        const witness = fc.constantFrom<Witness>(...WITNESSES);
        return fc.record({ ...base, truth: fc.constant(numbers), changes: damages(numbers, kind, count), witness });
      }
      return fc
        .record({ ...base, typing: typing(numbers, count), witness: fc.constant('typed' as const) })
        .map(({ typing: { changes, truth }, ...rest }) => ({ ...rest, changes, truth }));
    });

/** What a way of mending did to the cells of tables 3 and 4, compared with the truth. */
export interface Mending {
  /** Right before, wrong after; a blank counts when it was filled with a wrong number. */
  readonly harmed: number;
  /** Wrong or blank before, right after. */
  readonly mended: number;
  /** A text came back that had been there before, or there was no end. */
  readonly circle: boolean;
}

/** What both ways of mending did. `damaged` counts the cells that were wrong or blank at first, as they were read. */
export interface HarmVerdict {
  readonly damaged: number;
  readonly fixAll: Mending;
  readonly preferred: Mending;
}

/** The first two headings, and the measure words and denials in between without which no number is claimed. */
const FIRST = SECTIONS[0] ?? '';
const SECOND = SECTIONS[1] ?? '';
const CLAIMING = /[件起宗例未没无]/g;

/** The text of a case: as rendered, damaged, and without the words that claim a number of its tables where the prose is silent. */
export function harmedText({ numbers, layout, style: look, changes, witness }: Harmed): string {
  const rendered = render(numbers, layout, look);
  const text = damagedText(rendered, changes, look);
  if (witness === 'prose') return text;
  const [begin, end] = [text.indexOf(FIRST), text.indexOf(SECOND)];
  return begin < 0 || end < begin
    ? text
    : text.slice(0, begin) + text.slice(begin, end).replace(CLAIMING, '') + text.slice(end);
}

/** Each cell of tables 3 and 4 as `table.row.column`, with its number where it is one. */
function readingOf({ report }: Analysis): Map<string, number | undefined> {
  const cells = report.tables
    .filter(({ number }) => number > 2)
    .flatMap(({ rows }) => rows.flatMap((row) => row?.cells ?? []));
  return new Map(cells.map((cell) => [`${cell.table}.${cell.row}.${cell.column}`, numberIn(cell)]));
}

function truthOf({ truth: { table3, table4 } }: Harmed): Map<string, number> {
  const in3 = table3.flatMap((row, index) => row.map((value, column) => [`3.${index}.${column}`, value] as const));
  return new Map([...in3, ...table4.map((value, column) => [`4.0.${column}`, value] as const)]);
}

/** How many cells one step made wrong, and how many right. */
function compare(truth: ReadonlyMap<string, number>, before: Analysis, after: Analysis | undefined) {
  const [was, is] = [readingOf(before), after ? readingOf(after) : new Map<string, number>()];
  let harmed = 0;
  let mended = 0;
  for (const [place, right] of truth) {
    const [old, now] = [was.get(place), is.get(place)];
    if (old !== right && now === right) mended += 1;
    // A cell that is no longer read was destroyed as well.
    else if ((old === right || old === undefined) && now !== right && now !== old) harmed += 1;
  }
  return { harmed, mended };
}

const MOST_STEPS = 40;

/** Applies what `next` gives until it gives nothing more. */
function mend(
  text: string,
  truth: ReadonlyMap<string, number>,
  read: (text: string) => Analysis | undefined,
  next: (now: Analysis) => readonly Edit[],
): Mending {
  const seen = new Set([text]);
  const sum = { harmed: 0, mended: 0 };
  let analysis = read(text);
  for (let now = text, step = 0; analysis && step < MOST_STEPS; step += 1) {
    const edits = next(analysis);
    if (edits.length === 0) return { ...sum, circle: false };
    now = applyEdits(now, edits);
    const after = read(now);
    const { harmed, mended } = compare(truth, analysis, after);
    sum.harmed += harmed;
    sum.mended += mended;
    if (seen.has(now)) return { ...sum, circle: true };
    seen.add(now);
    analysis = after;
  }
  return { ...sum, circle: true };
}

/** The edits of the first preferred fix that changes a table. */
function firstPreferred(analysis: Analysis): readonly Edit[] {
  for (const finding of analysis.findings) {
    if (finding.code === 'section-missing') continue;
    const fix = fixesFor(analysis, finding, 'zh').find((each) => each.preferred);
    if (fix) return fix.edits;
  }
  return [];
}

/** How the text of a case is read, again and again while it is mended. */
function readerOf(given: Harmed): (text: string) => Analysis | undefined {
  const { numbers, layout, style: look, witness } = given;
  if (witness === 'year before') return (text) => besideYearBefore(text, numbers);
  if (witness !== 'typed') return (text) => analyse(text);
  const agreed = analyse(render(numbers, layout, look).text)?.report;
  return (text) => whileTyping(text, agreed);
}

/** Mends one report in both ways. */
export function harmOf(given: Harmed): HarmVerdict {
  const text = harmedText(given);
  const truth = truthOf(given);
  const reader = readerOf(given);
  const analysis = reader(text);
  if (!analysis) throw new Error('the text was not taken for a report');
  const read = readingOf(analysis);
  return {
    damaged: [...truth].filter(([place, right]) => read.get(place) !== right).length,
    fixAll: mend(text, truth, reader, (now) => safeRepairs(now).map(({ edit }) => edit)),
    preferred: mend(text, truth, reader, firstPreferred),
  };
}
