import type { Span } from '../text/span.ts';
import type { Block, Cell, Paragraph, Row, Table } from './blocks.ts';
import type { ImportNote } from './imported.ts';
import type { ListReference, Numbering } from './numbering.ts';
import { OpenParagraph } from './open-paragraph.ts';
import { RunTracker } from './source-runs.ts';
import { type Element, readXml } from './xml.ts';

export interface Body {
  readonly blocks: readonly Block[];
  readonly notes: readonly ImportNote[];
}

type Open<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer I)[] ? I[] : T[K] };

/** Content that a reader of the document does not see: deleted text, the old-fashioned copy of a drawing, field codes. */
const UNSEEN = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'instrText',
  'pPrChange',
  'rPrChange',
  'tcPrChange',
  'trPrChange',
  'tblPrChange',
]);
const TRACKED = new Set(['ins', 'del', 'moveFrom', 'moveTo']);
/** Word knows no table with more columns; a number from a file must not decide how much memory is taken. */
const MOST_COLUMNS = 63;

function gridColumns(value: string | undefined, least: number): number {
  return Math.min(MOST_COLUMNS, Math.max(least, Math.trunc(Number(value)) || least));
}

const OFF = new Set(['0', 'false', 'off', 'none']);

/**
 * Reads the body of a WordprocessingML document (ECMA-376 part 1, 17): paragraphs, tables within tables, text boxes;
 * tracked changes count as accepted, hidden text is left out.
 *
 * @returns undefined when the part is not well-formed
 */
export function readDocument(part: Uint8Array, numbering: Numbering): Body | undefined {
  const reader = new DocumentReader(numbering);
  const whole = readXml(part, {
    open: (element, tag) => reader.open(element, tag),
    close: (element, tag) => reader.close(element, tag),
    text: (text) => reader.text(text),
  });
  return whole ? { blocks: reader.blocks, notes: [...reader.notes] } : undefined;
}

class DocumentReader {
  readonly blocks: Block[] = [];
  readonly notes = new Set<ImportNote>();
  /** Where finished blocks go: the body, a cell or a text box. */
  private readonly targets: Block[][] = [this.blocks];
  private readonly paragraphs: OpenParagraph[] = [];
  private readonly tables: { table: Open<Table>; row?: Open<Row> & { deleted: boolean }; cell?: Open<Cell> }[] = [];
  private readonly path: string[] = [];
  private unseen = 0;
  private hidden = false;
  private paragraphCount = 0;
  private tableCount = 0;
  private continued: OpenParagraph | undefined;
  private readonly runs = new RunTracker();
  private paragraphProperties = 0;

  constructor(private readonly numbering: Numbering) {}

  open(element: Element, tag: Span): void {
    const { name, attributes, space } = element;
    const parent = this.path.at(-1);
    this.path.push(name);
    if (TRACKED.has(name)) this.trackChange(parent, name);
    if (UNSEEN.has(name)) this.unseen++;
    if (this.unseen > 0) return;
    this.runs.open(element, parent, tag);
    if (name === 'pPr') this.paragraphProperties = tag.start;
    if (name === 'blip' || name === 'imagedata') this.notes.add('pictures');
    if (!space.includes('wordprocessingml')) return;
    if (!this.openStructure(name, attributes)) this.openProperty(name, parent, attributes);
  }

  private trackChange(parent: string | undefined, name: string): void {
    this.notes.add('tracked-changes');
    if (name === 'ins' || name === 'moveTo') return;
    const row = this.tables.at(-1)?.row;
    if (parent === 'trPr' && row) row.deleted = true;
    const paragraph = this.paragraphs.at(-1);
    if (paragraph) paragraph.deletes = true;
    if (parent === 'rPr' && this.path.at(-3) === 'pPr' && paragraph) paragraph.goesOn = true;
  }

  private openStructure(name: string, attributes: Element['attributes']): boolean {
    if (name === 'p') this.paragraphs.push(new OpenParagraph());
    else if (name === 'txbxContent') this.targets.push(this.paragraphs.at(-1)?.boxes ?? []);
    else if (name === 'tbl')
      this.tables.push({ table: { kind: 'table', number: ++this.tableCount, widths: [], rows: [] } });
    else if (name === 'tr') this.at('row', { before: 0, cells: [], deleted: false });
    else if (name === 'tc') {
      const cell: Open<Cell> = { columns: 1, merged: false, blocks: [] };
      this.at('cell', cell);
      this.targets.push(cell.blocks);
    } else if (name === 'r') this.hidden = false;
    else if (name === 'gridCol') this.tables.at(-1)?.table.widths.push(Number(attributes.w) || 0);
    else return false;
    return true;
  }

  private at(key: 'row' | 'cell', value: unknown): void {
    const open = this.tables.at(-1);
    if (open) Object.assign(open, { [key]: value });
  }

  private openProperty(name: string, parent: string | undefined, { val, ...rest }: Element['attributes']): void {
    const paragraph = this.paragraphs.at(-1);
    const open = this.tables.at(-1);
    if (parent === 'r') {
      if (!this.hidden) paragraph?.addSign(name, rest);
    } else if (name === 'vanish' && parent === 'rPr' && this.path.at(-3) === 'r') this.hidden = !OFF.has(val ?? '');
    else if (parent === 'pPr' && name === 'pStyle' && paragraph) paragraph.style = val;
    else if (parent === 'numPr' && paragraph) {
      if (name === 'numId') paragraph.list.id = val ?? '';
      if (name === 'ilvl') paragraph.list.level = Number(val) || 0;
    } else if (parent === 'trPr' && name === 'gridBefore' && open?.row) open.row.before = gridColumns(val, 0);
    else if (parent === 'tcPr' && open?.cell) {
      if (name === 'gridSpan') open.cell.columns = gridColumns(val, 1);
      if (name === 'vMerge' || name === 'hMerge') open.cell.merged = val !== 'restart';
    }
  }

  text(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph && this.unseen === 0 && !this.hidden && this.path.at(-1) === 't') paragraph.addText(text, this.runs);
  }

  close(element: Element, tag: Span): void {
    const { name, space } = element;
    this.path.pop();
    if (UNSEEN.has(name)) {
      this.unseen--;
      return;
    }
    if (this.unseen > 0) return;
    this.runs.close(element, this.path.at(-1), tag);
    if (!space.includes('wordprocessingml')) return;
    if (name === 'p') this.closeParagraph(tag);
    else if (name === 'pPr') {
      const paragraph = this.paragraphs.at(-1);
      if (paragraph) paragraph.properties = { start: this.paragraphProperties, end: tag.end };
    } else if (name === 'txbxContent') this.targets.pop();
    else if (name === 'tc') this.closeCell();
    else if (name === 'tr') this.closeRow();
    else if (name === 'tbl') {
      const open = this.tables.pop();
      if (open) this.targets.at(-1)?.push(open.table);
    }
  }

  private closeParagraph(tag: Span): void {
    const open = this.paragraphs.pop();
    const target = this.targets.at(-1);
    if (!open || !target) return;
    const { id, level } = open.list;
    // The list 0 takes numbering away that a style brings along.
    const own: ListReference | undefined = id === undefined ? undefined : { id, level };
    if (this.continued) open.goOnFrom(this.continued);
    this.continued = open.goesOn ? open : undefined;
    if (!open.goesOn) {
      const { text } = open;
      const label = text.trim() === '' ? '' : this.numbering.next(own, open.style);
      const number = ++this.paragraphCount;
      const paragraph: Paragraph = { kind: 'paragraph', number, label, text, source: open.source(tag, this.runs) };
      target.push(paragraph);
    }
    for (const block of open.boxes) target.push(block);
  }

  private closeCell(): void {
    this.targets.pop();
    const open = this.tables.at(-1);
    if (open?.row && open.cell) open.row.cells.push(open.cell);
  }

  private closeRow(): void {
    const open = this.tables.at(-1);
    if (open?.row && !open.row.deleted) open.table.rows.push(open.row);
  }
}
