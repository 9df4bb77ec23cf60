import type { RequestRowId } from '../report/forms/ids.ts';
import type { SectionNumber } from '../report/forms/sections.ts';
import { type Cell, findRow, findSection, findTable, numberIn, type Report } from '../report/report.ts';
import { positionIn } from '../text/position.ts';
import type { Span } from '../text/span.ts';
import type { Digest, Documents, Figure, GrowthSaid, Origin, Print, Spot } from './digest.ts';
import { numbersOf } from './numbers.ts';
import { identify } from './organ.ts';
import { readOwnWords } from './own-words.ts';
import { Sketcher } from './sketch.ts';

/** The sections that are prose; the others hold a table. */
const PROSE: readonly SectionNumber[] = [1, 5, 6];
/** A report, and what its prose says of how it differs from the year before, where that was read. */
interface Known {
  readonly report: Report;
  readonly growths?: readonly (Omit<GrowthSaid, keyof Spot> & { readonly span: Span })[];
}

const TOTAL = 6;

/** The digest of a report; undefined when nothing in it names organ and year. */
export function makeDigest(known: Known): Digest | undefined {
  const origin = identify(known.report);
  return origin && digestOf(known, origin);
}

/**
 * The same of a text that is being typed: all but its origin is worked out when somebody looks at it, and nobody does
 * where the workspace has no report of the year after. It holds on to the report.
 */
export function makeDigestLazily(known: Known): Digest | undefined {
  const origin = identify(known.report);
  if (!origin) return undefined;
  let made: Digest | undefined;
  const whole = () => {
    made ??= digestOf(known, origin);
    return made;
  };
  return {
    ...origin,
    get carriedIn() {
      return whole().carriedIn;
    },
    get carriedOut() {
      return whole().carriedOut;
    },
    get received() {
      return whole().received;
    },
    get settled() {
      return whole().settled;
    },
    get growths() {
      return whole().growths;
    },
    get documents() {
      return whole().documents;
    },
    get prose() {
      return whole().prose;
    },
    get numbers() {
      return whole().numbers;
    },
  };
}

function digestOf({ report, growths = [] }: Known, origin: Origin): Digest {
  const table = findTable(report, 3);
  const figures = (row: RequestRowId) => (findRow(table, row)?.cells ?? []).map((cell) => figure(report, cell));
  return {
    ...origin,
    carriedIn: figures('carried-in'),
    carriedOut: figures('carried-out'),
    received: figures('new')[TOTAL],
    settled: figures('total')[TOTAL],
    growths: growths.map(({ span, ...said }) => ({ ...said, ...spot(report, span) })),
    documents: documentsIn(report),
    prose: PROSE.flatMap((number) => printOf(report, number) ?? []),
    numbers: numbersOf(report),
  };
}

function figure(report: Report, cell: Cell): Figure {
  const { start, end, line, character, endLine, endCharacter } = spot(report, cell.span);
  return { value: numberIn(cell) ?? null, start, end, line, character, endLine, endCharacter };
}

function spot({ lines }: Report, span: Span): Spot {
  const { start, end } = span;
  const { line, character } = positionIn(lines, start);
  const within = end <= lines.end(line);
  const last = within ? { line, character: character + end - start } : positionIn(lines, end);
  return { start, end, line, character, endLine: last.line, endCharacter: last.character };
}

/** The first rows of table 2, 规章 and 行政规范性文件, where its columns are those of the form of 2021. */
function documentsIn(report: Report): Documents[] {
  const table = findTable(report, 2);
  if (table?.documentsForm !== '2021') return [];
  return (['regulations', 'normative-documents'] as const).flatMap((id) => {
    const row = findRow(table, id);
    const [issued, abolished, valid] = (row?.cells ?? []).map((cell) => figure(report, cell));
    return row && issued && abolished && valid ? { row: row.form.label, issued, abolished, valid } : [];
  });
}

/** One object for all: a folder has thousands of reports. */
const sketcher = new Sketcher();

function printOf(report: Report, number: SectionNumber): Print | undefined {
  const section = findSection(report, number);
  if (!section) return undefined;
  sketcher.begin();
  const hash = readOwnWords(report, section, (gram, start) => sketcher.add(gram, start));
  if (hash === undefined) return undefined;
  return { section: number, hash, heading: spot(report, section.heading), sketch: sketcher.end(report.lines) };
}
