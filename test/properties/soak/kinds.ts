import fc from 'fast-check';
import { type Analysis, analyse } from '../../../server/src/checks/analysis.ts';
import type { Comparison } from '../../../server/src/checks/claims.ts';
import { applyEdits } from '../../../server/src/edits/edit.ts';
import { anyNumbers, type Numbers } from '../../support/generate/numbers.ts';
import type { Claimed } from '../../support/generate/prose.ts';
import { LAYOUTS, type Layout, type Rendered, render, type Style, style } from '../../support/generate/render.ts';
import { countText } from '../../support/generate/style.ts';

/** A report that can be drawn again from its seed. */
export interface KindsCase {
  readonly numbers: Numbers;
  readonly layout: Layout;
  readonly style: Style;
  /** Which of its claims is written wrong, and by how much. */
  readonly choice: number;
  readonly more: number;
}

export const kindsCase: fc.Arbitrary<KindsCase> = fc.record({
  numbers: anyNumbers,
  layout: fc.constantFrom(...LAYOUTS),
  style,
  choice: fc.nat(),
  more: fc.integer({ min: 1, max: 500 }),
});

/** What became of the claims of one kind. */
export interface KindTally {
  drawn: number;
  /** Held against the table. */
  compared: number;
  agreed: number;
  /** Written wrong, or wrong because the tables say otherwise; and how many of these were found. */
  planted: number;
  found: number;
  /** Findings that are not those of what was planted. */
  alarms: number;
}

export const newKindTally = (): KindTally => ({ drawn: 0, compared: 0, agreed: 0, planted: 0, found: 0, alarms: 0 });

/** Adds to the tally of a kind. */
export type Tell = (kind: string, counts: Partial<KindTally>) => void;

/** The kind of claims in the paragraphs that no table of wordings has. */
const COMPOUND = 'compound paragraphs';
const SETTLED = 'all settled';

const kindOf = ({ kind }: Pick<Claimed, 'kind'>): string => kind ?? COMPOUND;

/** The comparison of each claim, in the order of the text; undefined for what was not read, or not surely. */
function aligned(claimed: readonly Claimed[], { prose }: Analysis): (Comparison | undefined)[] {
  const certain = prose.comparisons.filter(({ claim }) => claim.doubts.length === 0);
  let next = 0;
  return claimed.map(({ value }) => {
    const at = certain.findIndex(({ claim }, index) => index >= next && claim.value === value);
    if (at < 0) return undefined;
    next = at + 1;
    return certain[at];
  });
}

const known = (text: string): Analysis => {
  const analysis = analyse(text);
  if (!analysis) throw new Error('the text was not taken for a report');
  return analysis;
};

/** Tells what became of each claim of a report, as it is, with one number wrong, and with tables that belie its words. */
export function measureKinds(given: KindsCase, tell: Tell): void {
  const rendered = render(given.numbers, given.layout, given.style);
  const analysis = known(rendered.text);
  const read = aligned(rendered.claimed, analysis);
  for (const [at, claimed] of rendered.claimed.entries()) {
    const outcome = read[at]?.outcome;
    const compared = outcome === 'equal' || outcome === 'unequal' ? 1 : 0;
    tell(kindOf(claimed), { drawn: 1, compared, agreed: outcome === 'equal' ? 1 : 0 });
  }
  if (rendered.settled > 0) tellSettled(analysis, rendered, tell);
  for (const { code } of analysis.findings) tell(`report: ${code}`, { alarms: 1 });
  plantNumber(given, rendered, read, tell);
  belieDenials(given, tell);
  belieSettled(given, tell);
}

function tellSettled({ prose }: Analysis, { settled }: Rendered, tell: Tell): void {
  const compared = Math.min(prose.settled.length, settled);
  tell(SETTLED, { drawn: settled, compared, agreed: compared });
}

/** Writes another number for one of the claims that are numbers; 为0 without a measure word can be no other. */
function plantNumber(
  { choice, more, style: look }: KindsCase,
  rendered: Rendered,
  read: readonly (Comparison | undefined)[],
  tell: Tell,
): void {
  const numeric = rendered.claimed.flatMap((claimed, at) => {
    const comparison = read[at];
    // Denials are belied by the tables.
    if (isNone(kindOf(claimed))) return [];
    return comparison && comparison.claim.writing !== 'words' && comparison.claim.unit !== ''
      ? [{ claimed, comparison }]
      : [];
  });
  const chosen = numeric[choice % Math.max(1, numeric.length)];
  if (!chosen) return;
  const { claim, candidates } = chosen.comparison;
  const wrong = more + Math.max(0, ...candidates.map(({ value }) => value ?? 0));
  const newText = countText(wrong, { ...look, proseSpace: false });
  const { findings } = known(applyEdits(rendered.text, [{ span: claim.span, newText }]));
  const found = findings.some(({ code, span }) => code === 'prose-mismatch' && span.start === claim.span.start);
  const alarms = findings.filter(({ span }) => span.start !== claim.span.start).length;
  tell(kindOf(chosen.claimed), { planted: 1, found: found ? 1 : 0, alarms });
}

const isNone = (kind: string): boolean => kind.startsWith('none');

/** The prose of an organ without requests and disputes above tables that have them. */
function belieDenials({ numbers, layout, style: look }: KindsCase, tell: Tell): void {
  const { table3, table4 } = numbers;
  const total = (row: number) => table3.at(row)?.at(-1) ?? 0;
  if (total(0) === 0 || total(-1) === 0 || [4, 9, 14].some((at) => !table4[at])) return;
  const told = { ...numbers, table3: table3.map((row) => row.map(() => 0)), table4: table4.map(() => 0) };
  const rendered = render(numbers, layout, look, told);
  const read = aligned(rendered.claimed, known(rendered.text));
  for (const [at, claimed] of rendered.claimed.entries())
    if (isNone(kindOf(claimed))) tell(kindOf(claimed), { planted: 1, found: read[at]?.outcome === 'unequal' ? 1 : 0 });
}

/** The prose of an organ that carries nothing over above a table that does. */
function belieSettled({ numbers, layout, style: look }: KindsCase, tell: Tell): void {
  const { table3 } = numbers;
  const last = table3.length - 1;
  if ((table3[last]?.at(-1) ?? 0) === 0) return;
  const told = { ...numbers, table3: table3.map((row, at) => (at === last ? row.map(() => 0) : row)) };
  const rendered = render(numbers, layout, look, told);
  if (rendered.settled === 0) return;
  const found = known(rendered.text).findings.some(({ code }) => code === 'contradiction') ? 1 : 0;
  tell(SETTLED, { planted: rendered.settled, found });
}
