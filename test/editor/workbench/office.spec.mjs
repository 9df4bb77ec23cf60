import { equal, match, notEqual, ok } from 'node:assert/strict';
import { access, readFile, rm, writeFile } from 'node:fs/promises';
import { getStage, inOneWindow } from '../harness/stage.mjs';
import { importTypeScript } from '../harness/typescript.mjs';
import { GOOD, SECRET, TOTAL, withCell } from './places.mjs';

/** @typedef {import('../../../embedded-editor/workbench.mjs').Workbench} Workbench */

const { docxOfText } = await importTypeScript(new URL('../../support/docx-of-text.ts', import.meta.url));

const BAD = withCell(GOOD, SECRET, TOTAL, '99');
const WIDE = { width: 1600, height: 900 };

/**
 * Chooses 检查此文件 in the menu of a file in the explorer.
 * @param {Workbench} workbench @param {string} name
 */
async function check(workbench, name) {
  await workbench.chooseInExplorer(name, 'Check This File');
  await workbench.page.locator('.editor-group-container.active .tab.active', { hasText: name }).waitFor();
}

/** @param {Workbench} workbench */
function drawingOf({ page }) {
  return page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').locator('article');
}

/**
 * Puts the caret on the first error of the active editor.
 * @param {Workbench} workbench
 */
async function goToError({ page }) {
  await page.locator('.editor-group-container .tab', { hasText: '年报.' }).first().click();
  const widget = page.locator('.marker-widget');
  await page.keyboard.press('F8');
  // A tab that was clicked has the focus a moment later.
  await widget.waitFor({ timeout: 5000 }).catch(() => page.keyboard.press('F8'));
  await widget.waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.marker-widget').waitFor({ state: 'detached' });
}

describe('in the editor', () => {
  const scene = inOneWindow({ viewport: WIDE });

  it('a Word file is checked from its menu, drawn, mended after one question, and not while Word holds it open', () =>
    scene({ files: { '年报.docx': docxOfText(BAD) } }, async ({ workbench, folder }) => {
      const { page } = workbench;
      const file = `${folder}/年报.docx`;
      const dialog = page.locator('.monaco-dialog-box');
      await check(workbench, '年报.docx');
      await workbench.waitForStatus(/Report\s+2/);
      await goToError(workbench);
      await page.keyboard.press('Control+k');
      await page.keyboard.press('Control+i');
      match(await workbench.readHover('✗'), /99[\s\S]*14/);
      await page.keyboard.press('Escape');

      // Nobody writes into a document that somebody has open.
      await writeFile(`${folder}/~$年报.docx`, '');
      const before = await readFile(file);
      // An editor that is read-only has no light bulb of VS Code's; Ctrl+. is ours there.
      await page.keyboard.press('Control+.');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: '99 → 14' }).first().waitFor();
      await page.keyboard.press('Enter');
      await dialog.waitFor();
      match(await dialog.innerText(), /Write the change into 年报\.docx\?[\s\S]*only once/);
      await dialog.getByRole('button', { name: 'Write' }).click();
      match((await workbench.notifications()).join(), /open in Word or WPS \(~\$年报\.docx/);
      await rm(`${folder}/~$年报.docx`);
      ok(before.equals(await readFile(file)));
      await workbench.command('Notifications: Clear All Notifications');

      // The drawing writes into the file as the light bulb does; it was asked once, and is not asked again.
      await page.locator('.editor-group-container .tab', { hasText: '年报.docx' }).first().click();
      await workbench.command('Annual Report: Draw the Tables');
      const wrong = drawingOf(workbench).locator('td.wrong');
      await wrong.first().waitFor();
      await wrong.first().locator('button').click();
      await wrong.first().waitFor({ state: 'detached' });
      await page.locator('.editor-group-container .tab', { hasText: '年报.docx' }).first().click();
      await workbench.waitForStatus(/Report\s+✓/);
      equal(await dialog.count(), 0);
      ok(!before.equals(await readFile(file)));

      await writeFile(file, docxOfText(BAD));
      await wrong.first().waitFor();
      await page.locator('.editor-group-container .tab', { hasText: '年报.docx' }).first().click();
      await workbench.command('Annual Report: Write Findings as Comments');
      match((await workbench.notifications()).join(), /年报-批注\.docx: 2 comments/);
      await access(`${folder}/年报-批注.docx`);
    }));

  it('a PDF is checked and drawn, and nothing offers to change it', async () => {
    const text = BAD.replace('存在问题：', '2023年共办结政府信息公开申请196件。存在问题：');
    const lines = text.split('\n').map((line) => {
      const cells = line.split('\t').map((cell) => `<td>${cell}</td>`);
      return line.includes('\t') ? `<table><tr>${cells.join('')}</tr></table>` : `<p>${line}</p>`;
    });
    const html = lines.join('').replaceAll('</table><table>', '');
    const printer = await getStage().browser.newPage();
    await printer.setContent(`<style>table{border-collapse:collapse}td{border:1px solid;font-size:8px}</style>${html}`);
    const pdf = await printer.pdf({ format: 'A4' });
    await printer.close();
    await scene({ files: { '年报.pdf': pdf } }, async ({ workbench }) => {
      const { page } = workbench;
      await check(workbench, '年报.pdf');
      await workbench.waitForStatus(/Report\s+\d/);
      await goToError(workbench);
      await page.keyboard.press('Control+.');
      const choices = page.locator('.quick-input-list .monaco-list-row');
      await choices.first().waitFor();
      match((await choices.allInnerTexts()).join('\n'), /^\s*Dismiss this finding… \(row-total\)\s*$/);
      await page.keyboard.press('Escape');
      await workbench.command('Annual Report: Draw the Tables');
      const drawing = drawingOf(workbench);
      match(await drawing.locator('td.wrong').first().innerText(), /99\s*→\s*14/);
      equal(await drawing.locator('button').count(), 0);
      // What the prose says is underlined where a table says the same, and lit where it says something else.
      const received = drawing.locator('p u', { hasText: /^174$/ });
      equal(await received.getAttribute('title'), 'Agrees with “一、本年新收·总计”');
      const line = (/** @type {Element} */ element) => getComputedStyle(element).textDecorationLine;
      equal(await received.evaluate(line), 'underline');
      equal(await drawing.locator('td.compared[id="c3-0-6"]').evaluate(line), 'underline');
      const settled = drawing.locator('p mark.warning');
      equal(await settled.textContent(), '196');
      match((await settled.getAttribute('title')) ?? '', /says 196件, but “（七）总计·总计” is 197/);
      const background = (/** @type {Element} */ element) => getComputedStyle(element).backgroundColor;
      notEqual(await settled.evaluate(background), await drawing.evaluate(background));
    });
  });
});
