import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { inOneWindow } from '../harness/stage.mjs';
import { importTypeScript } from '../harness/typescript.mjs';

/** @typedef {import('../../../embedded-editor/browser.mjs').Page} Page */
/** @typedef {import('../../../embedded-editor/workbench.mjs').Workbench} Workbench */

const { sample } = await importTypeScript(new URL('../../lsp/sample.ts', import.meta.url));

/** The same numbers as a page shows them, and in the layout of Markdown. */
const PAGE = String(sample('html').text);
const REPORT = String(sample('mdtable').text);
const MODE = {
  settings: {
    'files.associations': { '*draft.txt': 'zfxxgk-report' },
    '[zfxxgk-report]': { 'editor.wordWrap': 'off' },
    'zfxxgk.tabBetweenCells': true,
  },
};

/**
 * Puts on the clipboard what another page gives when all of it is copied, and lets that page go.
 * @param {Page} page of the editor
 * @param {string} html
 */
async function copyPage(page, html) {
  const source = await page.context().newPage();
  await source.setContent(html);
  await source.keyboard.press('Control+a');
  await source.keyboard.press('Control+c');
  await source.close();
}

/**
 * Puts on the clipboard what a program gives, to the letter: what is copied out of a page Chromium writes in its own way.
 * @param {Page} page of the editor
 * @param {Readonly<Record<string, string>>} flavours text by MIME type
 */
async function copyFlavours(page, flavours) {
  const source = await page.context().newPage();
  await source.evaluate((all) => {
    document.addEventListener('copy', (event) => {
      for (const [type, text] of Object.entries(all)) event.clipboardData?.setData(type, text);
      event.preventDefault();
    });
  }, flavours);
  await source.keyboard.press('Control+c');
  await source.close();
}

/**
 * Cells as Excel copies them.
 * @param {readonly (readonly string[])[]} rows
 */
function fromExcel(rows) {
  const cells = rows.map((row) => row.map((cell) => `<td align=right class=xl65 width=64>${cell}</td>`).join('\n  '));
  const body = cells.map((row) => ` <tr height=19 style='height:14.25pt'>\n  ${row}\n </tr>`).join('\r\n');
  return {
    'text/plain': rows.map((row) => `${row.join('\t')}\r\n`).join(''),
    'text/html': `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet>
<style><!--.xl65 {mso-number-format:"0_ ";}--></style></head><body link=blue vlink=purple>
<table border=0 cellpadding=0 cellspacing=0 width=128 style='border-collapse:collapse;width:96pt'><!--StartFragment-->
 <col width=64 span=2 style='width:48pt'>
${body}
<!--EndFragment--></table></body></html>`,
  };
}

/**
 * Where the values of a row of the Markdown table stand, from its first column of numbers on.
 * @param {string} text
 * @param {string} label
 */
function valuesOf(text, label) {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.split('|').some((cell) => cell.trim() === label));
  const line = lines[at] ?? '';
  return [...line.matchAll(/(?<=\| )\d+/g)].map(({ index, 0: value }) => ({ line: at + 1, column: index + 1, value }));
}

describe('in a report in language mode', () => {
  const scene = inOneWindow({ server: MODE });

  it('a table of a page is pasted in the layout of the report, and cells of Excel into just as many cells', () => {
    const from = REPORT.indexOf('| （本列');
    const to = REPORT.indexOf('\n\n## 四');
    const empty = REPORT.slice(0, from) + REPORT.slice(to);
    return scene({ openFile: 'draft.txt', files: { 'draft.txt': empty } }, async (at) => {
      const { workbench, folder } = at;
      const { page } = workbench;
      const onDisk = () => readFile(`${folder}/draft.txt`, 'utf8');
      const choices = page.locator('.action-widget .monaco-list-row.action');
      await workbench.waitForStatus(/Report\s+1/);
      const table = PAGE.indexOf('<table', PAGE.indexOf('三、收到和处理'));
      await copyPage(page, PAGE.slice(table, PAGE.indexOf('</table>', table) + '</table>'.length));
      await workbench.goTo({ line: empty.slice(0, from).split('\n').length, column: 1 });
      await page.keyboard.press('Control+v');
      // It is chosen, and the plain text is offered beside it.
      await page.locator('.post-edit-widget').waitFor();
      await workbench.waitForStatus(/Report\s+✓/);
      await page.keyboard.press('Control+.');
      await choices.first().waitFor();
      deepEqual(await choices.allInnerTexts(), ['Paste as a table of the report', 'Insert Plain Text']);
      await page.keyboard.press('Escape');
      await choices.first().waitFor({ state: 'hidden' });
      await workbench.save();
      const pasted = await onDisk();
      ok(pasted.startsWith(empty.slice(0, from)) && pasted.endsWith(empty.slice(from)), pasted);
      const rows = pasted.slice(from, pasted.length - empty.slice(from).length).split('\n');
      equal(rows.length, REPORT.slice(from, to).split('\n').length);
      ok(
        rows.every((row) => /^\|(?:[^|]*\|){10}$/.test(row)),
        rows.join('\n'),
      );
      deepEqual(
        valuesOf(pasted, '（七）总计').map(({ value }) => value),
        ['10', '1', '0', '0', '4', '1', '16'],
      );

      const block = [
        ['7', '8'],
        ['9', '10'],
      ];
      const over = ['1.属于国家秘密', '2.其他法律行政法规禁止公开'].map((label) => valuesOf(pasted, label).slice(1, 3));
      await copyFlavours(page, fromExcel(block));
      await workbench.goTo(over[0]?.[0] ?? { line: 0, column: 0 });
      await page.keyboard.press('Control+v');
      await workbench.waitForStatus(/Report\s+[1-9]/);
      await workbench.save();
      const lines = pasted.split('\n').map((line) => [...line]);
      for (const [down, row] of block.entries()) {
        for (const [across, value] of row.entries()) {
          const { line = 0, column = 0 } = over[down]?.[across] ?? {};
          lines[line - 1]?.splice(column - 1, 1, value);
        }
      }
      equal(await onDisk(), lines.map((line) => line.join('')).join('\n'));
    });
  });

  it('Tab and Shift+Tab walk from cell to cell, and do elsewhere what they always do', () =>
    scene({ openFile: 'tab-draft.txt', files: { 'tab-draft.txt': REPORT } }, async ({ workbench }) => {
      const { page } = workbench;
      const bar = (/** @type {number} */ line, /** @type {number} */ column, selection = '') =>
        page.getByText(`Ln ${line}, Col ${column}${selection}`, { exact: true });
      const places = ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量'].flatMap((label) =>
        valuesOf(REPORT, label),
      );
      /** @param {{ line: number, column: number, value: string } | undefined} place its value is selected up to its end */
      const selected = ({ line, column, value } = { line: 0, column: 0, value: '' }) =>
        bar(line, column + value.length, ` (${value.length} selected)`).waitFor();
      await workbench.waitForStatus(/Report\s+✓/);
      const [start] = places;
      await workbench.goTo({ line: start?.line ?? 0, column: 3 });
      for (const place of places) {
        await page.keyboard.press('Tab');
        await selected(place);
      }
      for (const place of places.slice(0, -1).reverse()) {
        await page.keyboard.press('Shift+Tab');
        await selected(place);
      }
      // What is typed takes the place of the number.
      await page.keyboard.type('8');
      await workbench.waitForStatus(/Report\s+[1-9]/);
      await page.keyboard.press('Control+z');
      await workbench.waitForStatus(/Report\s+✓/);

      const prose = REPORT.split('\n').findIndex((line) => line.startsWith('在门户网站')) + 1;
      const drawn = workbench.lines('tab-draft.txt').filter({ hasText: '在门户网站' });
      const shown = async () => ((await drawn.first().textContent()) ?? '').replaceAll('\u00a0', ' ');
      await workbench.goTo({ line: prose, column: 1 });
      await page.keyboard.press('Tab');
      await bar(prose, 5).waitFor();
      match(await shown(), /^ {4}在/);
      await page.keyboard.press('Shift+Tab');
      await bar(prose, 1).waitFor();
      match(await shown(), /^在/);
    }));
});
