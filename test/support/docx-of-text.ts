import { docxOf, paragraph } from './docx.ts';

/** A text as a Word document: lines with tabs are the rows of tables, other lines paragraphs. */
export function docxOfText(text: string): Uint8Array {
  const parts: string[] = [];
  let rows = '';
  for (const line of [...text.split(/\r?\n/), '']) {
    if (line.includes('\t')) {
      const cells = line.split('\t').map((cell) => `<w:tc>${cell === '' ? '<w:p/>' : paragraph(cell)}</w:tc>`);
      rows += `<w:tr>${cells.join('')}</w:tr>`;
      continue;
    }
    if (rows !== '') parts.push(`<w:tbl><w:tblPr/>${rows}</w:tbl>`);
    rows = '';
    parts.push(paragraph(line));
  }
  return docxOf(parts.join(''));
}
