import { SaxesParser } from 'saxes';
import type { Analysis } from '../../server/src/checks/analysis.ts';
import { judge, NO_PROJECT } from '../../server/src/project/project.ts';
import { type DrawOptions, drawReport } from '../../server/src/view/draw.ts';

/** An element of a drawing as a reader of HTML meets it. */
export interface Drawn {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** All text within it. */
  text: string;
}

export function draw(analysis: Analysis, options: Partial<DrawOptions> = {}): readonly string[] {
  return drawReport(analysis, judge(analysis, NO_PROJECT).shown, { locale: 'zh', ...options });
}

/** The elements of a drawing; fails when one is not closed or an attribute is not quoted. */
export function elementsOf(html: string): Drawn[] {
  const parser = new SaxesParser();
  const elements: Drawn[] = [];
  const open: Drawn[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const drawn = { name, attributes: attributes as Record<string, string>, text: '' };
    elements.push(drawn);
    open.push(drawn);
  });
  parser.on('text', (text) => {
    for (const each of open) each.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(`<article>${html}</article>`).close();
  return elements;
}

/** The cells of each table line by line as a browser places them: a merged one stands in every place it covers. */
export function gridsOf(elements: readonly Drawn[]): string[][][] {
  const grids: string[][][] = [];
  let line = -1;
  for (const { name, attributes, text } of elements) {
    if (name === 'table') {
      grids.push([]);
      line = -1;
    }
    const grid = grids.at(-1);
    if (!grid) continue;
    if (name === 'tr') grid[++line] ??= [];
    if (name !== 'td' && name !== 'th') continue;
    const row = grid[line] as string[];
    let column = 0;
    while (row[column] !== undefined) column++;
    for (let down = 0; down < Number(attributes.rowspan ?? 1); down++) {
      for (let right = 0; right < Number(attributes.colspan ?? 1); right++) {
        grid[line + down] ??= [];
        (grid[line + down] as string[])[column + right] = text;
      }
    }
  }
  return grids;
}
