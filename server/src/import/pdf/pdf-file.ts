import type { ImportResult } from '../imported.ts';
import { writeText } from '../write-text.ts';
import { blocksOf } from './layout.ts';
import type { PageContent, Piece, Rule } from './page.ts';
import { withoutRadicals } from './radicals.ts';

/** A report has some ten pages; whatever has more than these is read no further. */
const MOST_PAGES = 200;
/** Filled shapes thinner than this are lines, in points. */
const THIN = 3;

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The library wants this class for drawing, which is not done here; without it its module cannot be loaded. */
Object.assign(globalThis, { DOMMatrix: (globalThis as { DOMMatrix?: unknown }).DOMMatrix ?? class {} });

const load = async () => {
  const [library, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    // @ts-expect-error the worker has no types; here it runs in the same thread
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]);
  Object.assign(globalThis, { pdfjsWorker: worker });
  return library;
};
type Library = Awaited<ReturnType<typeof load>>;
type Page = Awaited<ReturnType<Awaited<ReturnType<Library['getDocument']>['promise']>['getPage']>>;

/**
 * Reads a PDF that holds text. Nothing that a PDF may ask for is done: no script, no font or file from elsewhere.
 *
 * @returns `scanned` when its pages are pictures without text
 */
export async function importPdf(bytes: Uint8Array): Promise<ImportResult> {
  try {
    const library = await load();
    const pages = await readPages(library, bytes);
    if (pages.every(({ pieces }) => pieces.length === 0)) {
      return { kind: 'failed', reason: pages.some(({ pictures }) => pictures > 0) ? 'scanned' : 'empty' };
    }
    const { text, origins } = writeText(blocksOf(pages));
    return { kind: 'imported', format: 'pdf', text, origins, notes: [] };
  } catch (error) {
    const encrypted = error instanceof Error && error.name === 'PasswordException';
    return { kind: 'failed', reason: encrypted ? 'encrypted' : 'damaged' };
  }
}

async function readPages(library: Library, bytes: Uint8Array): Promise<PageContent[]> {
  const task = library.getDocument({
    // The library takes the bytes away from whoever gave them.
    data: Uint8Array.from(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    const pages: PageContent[] = [];
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number++) {
      pages.push(await readPage(library, await document.getPage(number)));
    }
    return pages;
  } finally {
    await task.destroy();
  }
}

async function readPage(library: Library, page: Page): Promise<PageContent> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const view = transform as unknown as Matrix;
  const { items } = await page.getTextContent();
  const pieces = items.flatMap((item): Piece[] => {
    if (!('str' in item) || item.str.trim() === '') return [];
    return readPiece(item.str, multiply(view, item.transform as unknown as Matrix), item.width);
  });
  return { width, height, pieces, ...(await readRules(library, page, view)) };
}

/** Text that runs up or down the page, or aslant, is a stamp or a watermark. */
function readPiece(text: string, [a, b, , d, x, y]: Matrix, width: number): Piece[] {
  if (Math.abs(b) > Math.abs(a)) return [];
  return [{ text: withoutRadicals(text), x, y, width, size: Math.abs(d) || Math.hypot(a, b) }];
}

function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** The lines that are drawn or filled on a page, where they are shown. */
async function readRules({ OPS }: Library, page: Page, view: Matrix) {
  const { fnArray, argsArray } = await page.getOperatorList();
  const rules: Rule[] = [];
  let pictures = 0;
  let matrix = view;
  const saved: Matrix[] = [];
  const strokes = new Set<number>([OPS.stroke, OPS.closeStroke]);
  for (const [at, operator] of fnArray.entries()) {
    const values = argsArray[at];
    if (operator === OPS.save) saved.push(matrix);
    else if (operator === OPS.restore) matrix = saved.pop() ?? view;
    else if (operator === OPS.transform) matrix = multiply(matrix, values);
    else if (operator === OPS.paintFormXObjectBegin) {
      saved.push(matrix);
      matrix = multiply(matrix, values[0] ?? IDENTITY);
    } else if (operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? view;
    else if (operator === OPS.paintImageXObject || operator === OPS.paintInlineImageXObject) pictures++;
    else if (operator === OPS.constructPath && values[0] !== OPS.endPath) {
      addPath(values[1]?.[0], matrix, strokes.has(values[0]), rules);
    }
  }
  return { rules, pictures };
}

/** Codes of the library for the parts of a path, and how many numbers follow each. */
const LENGTHS = [2, 2, 6, 4, 0];
const [MOVE, LINE, , , CLOSE] = [0, 1, 2, 3, 4];

function addPath(path: ArrayLike<number> | null | undefined, matrix: Matrix, stroked: boolean, rules: Rule[]): void {
  if (!path || typeof path.length !== 'number') return;
  let points: { x: number; y: number }[] = [];
  const finish = () => {
    addShape(points, stroked, rules);
    points = [];
  };
  for (let at = 0; at < path.length; ) {
    const code = path[at++] as number;
    if (code === MOVE) finish();
    if (code === MOVE || code === LINE) {
      const [x, y] = [path[at] as number, path[at + 1] as number];
      const [a, b, c, d, e, f] = matrix;
      points.push({ x: a * x + c * y + e, y: b * x + d * y + f });
    } else if (code === CLOSE && points[0]) points.push(points[0]);
    at += LENGTHS[code] ?? path.length;
  }
  finish();
}

/** The least and the greatest; a path may have more points than a call can have arguments. */
function rangeOf(points: readonly { x: number; y: number }[], along: 'x' | 'y'): [number, number] {
  const values = points.map((point) => point[along]);
  return [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
}

/** Of a stroked shape every side is a line; a filled one is a line when it is thin. */
function addShape(points: readonly { x: number; y: number }[], stroked: boolean, rules: Rule[]): void {
  if (points.length < 2) return;
  if (!stroked) {
    const [left, right] = rangeOf(points, 'x');
    const [top, bottom] = rangeOf(points, 'y');
    if (bottom - top <= THIN && right - left > THIN) addRule('x', (top + bottom) / 2, left, right, rules);
    else if (right - left <= THIN && bottom - top > THIN) addRule('y', (left + right) / 2, top, bottom, rules);
    return;
  }
  for (const [at, to] of points.entries()) {
    const from = points[at - 1];
    if (!from) continue;
    if (Math.abs(from.y - to.y) < 1) addRule('x', from.y, from.x, to.x, rules);
    else if (Math.abs(from.x - to.x) < 1) addRule('y', from.x, from.y, to.y, rules);
  }
}

function addRule(along: Rule['along'], at: number, from: number, to: number, rules: Rule[]): void {
  if (Math.abs(to - from) > 1) rules.push({ along, at, from: Math.min(from, to), to: Math.max(from, to) });
}
