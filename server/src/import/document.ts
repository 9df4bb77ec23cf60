import type { Block, Cell, Paragraph, Row, Table } from './blocks.ts';
import type { ImportNote } from './imported.ts';
import type { ListReference, Numbering } from './numbering.ts';
import { type Element, readXml } from './xml.ts';

export interface Body {
  readonly blocks: readonly Block[];
  readonly notes: readonly ImportNote[];
}

interface OpenParagraph {
  text: string;
  style: string | undefined;
  list: { id?: string; level: number };
  /** The mark at its end is deleted, so that the next paragraph goes on in it. */
  goesOn: boolean;
  /** Text boxes that are anchored in it; they follow it. */
  readonly boxes: Block[];
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
    open: (element) => reader.open(element),
    close: (element) => reader.close(element),
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
  private continued = '';

  constructor(private readonly numbering: Numbering) {}

  open({ name, attributes, space }: Element): void {
    const parent = this.path.at(-1);
    this.path.push(name);
    if (name === 'ins' || name === 'del') this.trackChange(parent, name);
    if (UNSEEN.has(name)) this.unseen++;
    if (this.unseen > 0) return;
    if (name === 'blip' || name === 'imagedata') this.notes.add('pictures');
    if (!space.includes('wordprocessingml')) return;
    if (!this.openStructure(name, attributes)) this.openProperty(name, parent, attributes);
  }

  private trackChange(parent: string | undefined, name: string): void {
    this.notes.add('tracked-changes');
    if (name !== 'del') return;
    const row = this.tables.at(-1)?.row;
    if (parent === 'trPr' && row) row.deleted = true;
    const paragraph = this.paragraphs.at(-1);
    if (parent === 'rPr' && this.path.at(-3) === 'pPr' && paragraph) paragraph.goesOn = true;
  }

  private openStructure(name: string, attributes: Element['attributes']): boolean {
    if (name === 'p') {
      this.paragraphs.push({ text: '', style: undefined, list: { level: 0 }, goesOn: false, boxes: [] });
    } else if (name === 'txbxContent') this.targets.push(this.paragraphs.at(-1)?.boxes ?? []);
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
    if (parent === 'r') this.addSign(name, paragraph, { ...rest, ...(val === undefined ? {} : { val }) });
    else if (name === 'vanish' && parent === 'rPr' && this.path.at(-3) === 'r') this.hidden = !OFF.has(val ?? '');
    else if (parent === 'pPr' && name === 'pStyle' && paragraph) paragraph.style = val;
    else if (parent === 'numPr' && paragraph) {
      if (name === 'numId') paragraph.list.id = val ?? '';
      if (name === 'ilvl') paragraph.list.level = Number(val) || 0;
    } else if (parent === 'trPr' && name === 'gridBefore' && open?.row) open.row.before = Number(val) || 0;
    else if (parent === 'tcPr' && open?.cell) {
      if (name === 'gridSpan') open.cell.columns = Math.max(1, Number(val) || 1);
      if (name === 'vMerge' || name === 'hMerge') open.cell.merged = val !== 'restart';
    }
  }

  private addSign(name: string, paragraph: OpenParagraph | undefined, attributes: Element['attributes']): void {
    if (!paragraph || this.hidden) return;
    if (name === 'tab' || name === 'ptab') paragraph.text += '\t';
    if (name === 'cr' || name === 'br') paragraph.text += '\n';
    if (name === 'noBreakHyphen') paragraph.text += '-';
    // Symbol fonts map their signs into a private area; the rest are characters.
    const code = name === 'sym' ? Number.parseInt(attributes.char ?? '', 16) : 0;
    if (code >= 0x20 && code < 0xe000) paragraph.text += String.fromCharCode(code);
  }

  text(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph && this.unseen === 0 && !this.hidden && this.path.at(-1) === 't') paragraph.text += text;
  }

  close({ name, space }: Element): void {
    this.path.pop();
    if (UNSEEN.has(name)) {
      this.unseen--;
      return;
    }
    if (this.unseen > 0 || !space.includes('wordprocessingml')) return;
    if (name === 'p') this.closeParagraph();
    else if (name === 'txbxContent') this.targets.pop();
    else if (name === 'tc') this.closeCell();
    else if (name === 'tr') this.closeRow();
    else if (name === 'tbl') {
      const open = this.tables.pop();
      if (open) this.targets.at(-1)?.push(open.table);
    }
  }

  private closeParagraph(): void {
    const open = this.paragraphs.pop();
    const target = this.targets.at(-1);
    if (!open || !target) return;
    const { id, level } = open.list;
    // The list 0 takes numbering away that a style brings along.
    const own: ListReference | undefined = id === undefined ? undefined : { id, level };
    const text = this.continued + open.text;
    this.continued = '';
    if (open.goesOn) this.continued = text;
    else {
      const label = text.trim() === '' ? '' : this.numbering.next(own, open.style);
      const paragraph: Paragraph = { kind: 'paragraph', number: ++this.paragraphCount, label, text };
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
