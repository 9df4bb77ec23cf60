import stringWidth from 'string-width';

/** A table for the terminal. Columns of numbers are written to the right. */
export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The table as lines of text, its columns kept apart by blanks. */
export function layOut({ title, head, rows }: Table): string {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => stringWidth(row[at] ?? ''))));
  const numeric = head.map((_, at) => rows.every((row) => /^[\d.,–]*$/.test(row[at] ?? '')));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => {
        const blanks = ' '.repeat((widths[at] ?? 0) - stringWidth(cell));
        return numeric[at] ? blanks + cell : cell + blanks;
      })
      .join('  ')
      .trimEnd();
  const rule = '─'.repeat(widths.reduce((sum, width) => sum + width + 2, -2));
  return [title, rule, line(head), rule, ...rows.map(line), ''].join('\n');
}

/** Three significant digits, thousands set apart: `12,300`, `45.6`, `0.789`. */
export function figure(value: number | undefined): string {
  if (value === undefined) return '–';
  const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

export function mark(met: boolean | undefined): string {
  return met === undefined ? '' : met ? '✓' : '✗';
}
