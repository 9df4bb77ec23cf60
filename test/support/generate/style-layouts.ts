import fc from 'fast-check';

/** A choice that shrinks to the plain style. */
const plainOr = <T>(plain: T, ...others: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(plain, ...others);

/** What varies where bars part the cells: mdtable, loosepipe, cellpipe. */
export interface PipeStyle {
  /** mdtable: no bar at either edge of a row; loosepipe: a bar before the first cell, too. */
  readonly otherEdges: boolean;
  /** mdtable, loosepipe: no blanks between bars and cells. */
  readonly compact: boolean;
  /** mdtable: the bars of all rows stand below each other. */
  readonly aligned: boolean;
  /** mdtable: what the rule consists of. */
  readonly rule: '---' | ':---:' | '-----' | ':---';
  /** mdtable: rules between all rows and long labels on several lines, as Pandoc draws tables; with these signs. */
  readonly drawn: 'not' | '+-|' | '┼─│';
  /** loosepipe, cellpipe, and mdtable where it is drawn: a merged cell leaves nothing, a run of bars, or an empty cell for each that it covers. */
  readonly merged: 'dropped' | 'runs' | 'kept';
  /** cellpipe: the bar stands on a line of its own. */
  readonly ownLine: boolean;
}

export const plainPipes: PipeStyle = {
  otherEdges: false,
  compact: false,
  aligned: false,
  rule: '---',
  drawn: 'not',
  merged: 'dropped',
  ownLine: false,
};

export const pipeStyle: fc.Arbitrary<PipeStyle> = fc.record({
  otherEdges: fc.boolean(),
  compact: fc.boolean(),
  aligned: fc.boolean(),
  rule: plainOr<PipeStyle['rule']>('---', ':---:', '-----', ':---'),
  drawn: plainOr<PipeStyle['drawn']>('not', 'not', '+-|', '┼─│'),
  merged: plainOr<PipeStyle['merged']>('dropped', 'runs', 'kept'),
  ownLine: fc.boolean(),
});

/** What varies where commas part the cells. */
export interface CommaStyle {
  /** What stands in quotation marks: only what must, all labels, or everything. */
  readonly quoted: 'needed' | 'labels' | 'all';
  /** Long labels are broken inside their quotation marks. */
  readonly breaks: boolean;
}

export const plainCommas: CommaStyle = { quoted: 'needed', breaks: false };

export const commaStyle: fc.Arbitrary<CommaStyle> = fc.record({
  quoted: plainOr<CommaStyle['quoted']>('needed', 'labels', 'all'),
  breaks: fc.boolean(),
});

/** What varies in HTML tables and around them. */
export interface HtmlStyle {
  /** Around the tables stands text, Markdown, or the rest of a page. */
  readonly frame: 'text' | 'markdown' | 'page';
  /** A page without a line break between its paragraphs. */
  readonly fewLines: boolean;
  /** Where the lines of a table end: behind rows, behind cells, nowhere. */
  readonly lines: 'rows' | 'cells' | 'none';
  readonly upper: boolean;
  /** Attributes of tables, rows and cells: those of the sample, many of them, many of them without quotes. */
  readonly attributes: 'few' | 'many' | 'unquoted';
  /** What stands around the text of a cell. */
  readonly blank: '' | '&nbsp;' | ' ';
  /** What the text of a cell stands in. */
  readonly inside: 'nothing' | 'p' | 'span';
  /** Long labels are broken by `<br />`. */
  readonly breaks: boolean;
  /** thead, tbody and th. */
  readonly head: boolean;
}

export const plainHtml: HtmlStyle = {
  frame: 'text',
  fewLines: false,
  lines: 'rows',
  upper: false,
  attributes: 'few',
  blank: '',
  inside: 'nothing',
  breaks: false,
  head: false,
};

export const htmlStyle: fc.Arbitrary<HtmlStyle> = fc.record({
  frame: plainOr<HtmlStyle['frame']>('text', 'markdown', 'page'),
  fewLines: fc.boolean(),
  lines: plainOr<HtmlStyle['lines']>('rows', 'cells', 'none'),
  upper: fc.boolean(),
  attributes: plainOr<HtmlStyle['attributes']>('few', 'many', 'unquoted'),
  blank: plainOr<HtmlStyle['blank']>('', '&nbsp;', ' '),
  inside: plainOr<HtmlStyle['inside']>('nothing', 'p', 'span'),
  breaks: fc.boolean(),
  head: fc.boolean(),
});

/** What varies in text taken from the pages of a PDF: rawpages, positional. */
export interface PageStyle {
  /** Rows of table 3 after which a page ends; undefined as in the samples. */
  readonly breaks: readonly number[] | undefined;
  /** How a page number is written. */
  readonly mark: '- N -' | '— N —' | '-N-' | '第 N 页';
  /** The head of table 3 is repeated on each further page. */
  readonly headAgain: boolean;
  /** Characters on a line of a label, more than in the samples or fewer. */
  readonly wider: number;
  /** Characters on a line of （三）不予公开 and its like. */
  readonly group: number;
  /** rawpages: where a label that spans rows is printed; positional always has it in their middle. */
  readonly spanning: 'first' | 'middle' | 'last';
  /** rawpages: of a group that a page break parts, half the label stands on each page. */
  readonly halves: boolean;
  /** positional: how values stand in their columns. */
  readonly align: 'left' | 'right' | 'centre';
  /** positional: the side label is printed even beside a group label. */
  readonly wholeSide: boolean;
  /** positional: chooses after which rows an empty line stands. */
  readonly gaps: number;
}

export const plainPages: PageStyle = {
  breaks: undefined,
  mark: '- N -',
  headAgain: true,
  wider: 0,
  group: 4,
  spanning: 'first',
  halves: false,
  align: 'left',
  wholeSide: false,
  gaps: 0,
};

/** The last row of table 3 in the form of 2019 is the 23rd, and no page ends behind it. */
const breaks = fc.uniqueArray(fc.integer({ min: 0, max: 21 }), { maxLength: 3 });

export const pageStyle: fc.Arbitrary<PageStyle> = fc.record({
  breaks: fc.option(breaks, { nil: undefined, freq: 4 }),
  mark: plainOr<PageStyle['mark']>('- N -', '— N —', '-N-', '第 N 页'),
  headAgain: fc.boolean(),
  wider: fc.integer({ min: -3, max: 8 }),
  group: fc.integer({ min: 3, max: 7 }),
  spanning: plainOr<PageStyle['spanning']>('first', 'middle', 'last'),
  halves: fc.boolean(),
  align: plainOr<PageStyle['align']>('left', 'right', 'centre'),
  wholeSide: fc.boolean(),
  gaps: fc.nat(1000),
});
