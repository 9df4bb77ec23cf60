import { deepEqual, equal, ok } from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { ROOT } from '../../../embedded-editor/paths.mjs';
import { getStage } from '../harness/stage.mjs';
import { freshWorkspace } from '../harness/workspace.mjs';
import { GOOD, RECEIVED, TOTAL, withCell } from './places.mjs';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const WRONG = withCell(GOOD, RECEIVED, TOTAL, '176');
const LAST = GOOD.replaceAll('2023', '2022');

/** @typedef {import('../../../embedded-editor/browser.mjs').Page} Page */

/** A4 in points, and its margins in the style of the drawing. */
const PAPER = { width: 595, height: 842, margin: 42 };

/** The command line, as `npm run build` makes it. @param {readonly string[]} args @param {string} cwd */
async function zfxxgk(args, cwd) {
  // It ends with 1 where there is a finding.
  const run = promisify(execFile)(process.execPath, [`${ROOT}dist/cli.js`, ...args], { cwd, maxBuffer: 2 ** 26 });
  return run.then(
    ({ stdout }) => stdout,
    ({ stdout, code, stderr }) => (code === 1 ? String(stdout) : Promise.reject(new Error(stderr))),
  );
}

/**
 * A page that the command line printed, in a browser that reaches no network.
 * @param {readonly string[]} args
 * @param {(page: Page, folder: string) => Promise<void>} play
 */
async function onPrinted(args, play) {
  const workspace = await freshWorkspace({ 'draft.txt': WRONG, 'last.txt': LAST });
  const context = await getStage().browser.newContext({ locale: 'zh-CN' });
  await context.setOffline(true);
  try {
    const page = await context.newPage();
    const file = `${workspace.folder}/page.html`;
    await writeFile(file, await zfxxgk([...args, '--lang', 'zh'], workspace.folder));
    await page.goto(pathToFileURL(file).href);
    await play(page, workspace.folder);
  } finally {
    await context.close();
    await workspace.remove();
  }
}

/** What axe-core finds on a page, as names of its rules. @param {Page} page */
async function violations(page) {
  // The page's own policy lets no script in; the debugger's does.
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: await readFile(AXE, 'utf8') });
  const words =
    'axe.run().then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => [id, nodes[0].html])))';
  const { result } = await session.send('Runtime.evaluate', { expression: words, awaitPromise: true });
  return JSON.parse(result.value);
}

const CHECKED = ['check', '.', '--format', 'html'];
const ONE = ['check', 'draft.txt', '--format', 'html'];
const SUMMED = ['summary', '.', '--format', 'html'];

const LOOKS = /** @type {const} */ ([
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: null, forcedColors: 'active' },
]);

describe('a printed page', () => {
  for (const args of [CHECKED, SUMMED]) {
    it(`of ${args[0]} is open to everybody, in light, dark and forced colours`, () =>
      onPrinted(args, async (page) => {
        ok((await page.locator('table.t3').count()) > 0);
        for (const look of LOOKS) {
          await page.emulateMedia(look);
          deepEqual(await violations(page), [], JSON.stringify(look));
        }
      }));
  }

  it('lists what can be sorted and filtered', () =>
    onPrinted(SUMMED, async (page) => {
      const rows = page.locator('table.index tbody tr:visible');
      equal(await rows.count(), 3);
      await page.locator('input[type=search]').fill('last');
      equal(await rows.count(), 1);
      await page.locator('input[type=search]').fill('');
      const errors = page.locator('table.index thead button', { hasText: '错误' });
      const column = () => rows.locator('td:nth-child(9)').allInnerTexts();
      await errors.click();
      deepEqual(await column(), ['0', '0', '1']);
      await errors.click();
      deepEqual(await column(), ['1', '0', '0']);
    }));

  it('leads from finding to finding by the keyboard, and from each to its place and back', () =>
    onPrinted(ONE, async (page) => {
      const focused = () =>
        page.evaluate(() => /** @type {any} */ (globalThis).document.activeElement.getAttribute('href'));
      const count = await page.locator('nav li a').count();
      ok(count >= 2, `${count} findings`);
      for (let at = 0; at < count; at++) {
        await page.keyboard.press('Tab');
        ok(/-p\d+$/.test(await focused()), await focused());
      }
      await page.locator('nav li a').first().focus();
      await page.keyboard.press('Enter');
      ok((await page.evaluate(() => /** @type {any} */ (globalThis).location.hash)).endsWith('-p0'));
      // The next stop is the wrong number itself, which leads back to its finding.
      await page.keyboard.press('Tab');
      ok((await focused()).endsWith('-f0'), await focused());
      await page.keyboard.press('Enter');
      ok(
        await page
          .locator('nav li')
          .first()
          .evaluate((item) => item.matches(':target')),
      );
    }));

  // Fonts differ between machines and a picture with them: what is compared is what a reader of the paper gets. The numbers
  // are read back from the PDF by the program's own reader, and what is printed stays within the margins of A4.
  it('shows on A4 paper the same numbers, within the margins, and cuts no row in two', () =>
    onPrinted(ONE, async (page, folder) => {
      const pdf = await page.pdf({ preferCSSPageSize: true });
      await writeFile(`${folder}/paper.pdf`, pdf);
      const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[([^\]]*)\]/g)];
      ok(boxes.length >= 1 && boxes.length <= 3, `${boxes.length} pages`);
      for (const [, box = ''] of boxes) {
        const [, , width = 0, height = 0] = box.trim().split(/\s+/).map(Number);
        ok(Math.abs(width - PAPER.width) < 1 && Math.abs(height - PAPER.height) < 1, box);
      }
      const tables = async (/** @type {string} */ file) =>
        JSON.parse(await zfxxgk(['check', file, '--format', 'json'], folder)).reports[0].tables;
      const [printed, written] = [await tables('paper.pdf'), await tables('report.txt')];
      // The wrong total is crossed out beside what it should be, so that of it two numbers stand there.
      printed[3][0][6] = written[3][0][6];
      deepEqual(printed, written);

      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: Math.round(((PAPER.width - 2 * PAPER.margin) * 96) / 72), height: 1000 });
      const wide = await page.evaluate(() => {
        const { documentElement } = /** @type {any} */ (globalThis).document;
        return documentElement.scrollWidth - documentElement.clientWidth;
      });
      ok(wide <= 0, `${wide} pixels beyond the margin`);
      equal(
        await page
          .locator('tr')
          .first()
          .evaluate((row) => /** @type {any} */ (globalThis).getComputedStyle(row).breakInside),
        'avoid',
      );
    }));
});
