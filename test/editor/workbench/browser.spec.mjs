import { equal, match } from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { drawingOf } from '../harness/drawing.mjs';
import { IN_BROWSER } from '../harness/hosts.mjs';
import { scene } from '../harness/stage.mjs';
import { cell, GOOD, RECEIVED, TOTAL, withCell } from './places.mjs';

const WRONG = withCell(GOOD, RECEIVED, TOTAL, '176');

describe('the extension in a worker of the page', () => {
  it('checks and draws a report, opens the page of a rule, and keeps to the settings of the folder', () =>
    scene({ openFile: 'draft.txt', files: { 'draft.txt': WRONG }, server: { settings: IN_BROWSER } }, async (at) => {
      const { workbench, folder } = at;
      const { page } = workbench;
      await workbench.waitForStatus(/Report\s+2/);
      await workbench.command('Annual Report: Draw the Tables');
      const wrong = drawingOf(page).locator('td.wrong');
      await wrong.waitFor();
      match(await wrong.innerText(), /176\s*→\s*174/);

      await workbench.problems('off by 2');
      await page.locator('.markers-panel a', { hasText: 'row-total' }).first().click();
      await page.locator('.monaco-editor[data-uri="zfxxgk-rule:/row-total.md"] .view-line').first().waitFor();

      // What is dismissed is recorded in the folder, by way of the editor, and counts at once.
      await workbench.openFile('draft.txt');
      await workbench.applyQuickFix(cell(WRONG, RECEIVED, TOTAL), 'Dismiss this finding');
      await page.locator('.quick-input-widget input[type=text]').waitFor();
      await page.keyboard.type('as published');
      await page.keyboard.press('Enter');
      await workbench.waitForStatus(/Report\s+1/);
      const record = () => readFile(`${folder}/.zfxxgk.json`, 'utf8').catch(() => '');
      // It is saved once the edit is made, which nothing on the screen tells.
      while ((await record()).trim() === '') await page.waitForTimeout(20);
      equal(JSON.parse(await record()).dismissed[0].reason, 'as published');
    }));
});
