import { equal, match, ok } from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { scene } from '../harness/stage.mjs';
import { cell, GOOD, RECEIVED, TOTAL, withCell } from './places.mjs';

const of = (/** @type {string} */ organ, /** @type {number} */ year, text = GOOD) =>
  text.replaceAll('柳河镇人民政府', organ).replaceAll('2023', String(year));

const FILES = {
  '2023/柳河镇.txt': of('柳河镇人民政府', 2023),
  '2023/青禾镇.txt': of('青禾镇人民政府', 2023),
  '2022/柳河镇.txt': of('柳河镇人民政府', 2022, withCell(GOOD, RECEIVED, TOTAL, '176')),
  '2022/青禾镇.txt': of('青禾镇人民政府', 2022),
  '2022/云溪镇.txt': of('云溪镇人民政府', 2022),
  'report.txt': '会议通知\n',
};

describe('the tree of reports', () => {
  it('leads from year to organ to finding, tells who is missing, follows what is typed, filters, and sums up', () =>
    scene(
      { openFile: '2023/柳河镇.txt', files: FILES, viewport: { width: 1400, height: 1000 } },
      async ({ workbench, folder }) => {
        const { page } = workbench;
        await workbench.waitForStatus(/Report/);
        await workbench.command('Focus on Reports of the Workspace View');
        const rows = page.locator('.pane:has(.pane-header[aria-label*="Reports of the Workspace"]) .monaco-list-row');
        const row = (/** @type {string | RegExp} */ text) => rows.filter({ hasText: text });
        // While the tree is drawn anew a click does nothing.
        const unfold = async (/** @type {string | RegExp} */ text) => {
          const expanded = row(text).and(page.locator('[aria-expanded="true"]'));
          for (let tries = 0; tries < 5 && !(await expanded.isVisible()); tries++) {
            await row(text).locator('.monaco-tl-twistie').click();
            await expanded.waitFor({ timeout: 8000 }).catch(() => {});
          }
        };
        await row(/2023 年\s*2 reports.*1 missing/).waitFor();
        await unfold('2022 年');
        await row('柳河镇人民政府').waitFor();
        await unfold(/柳河镇人民政府.*1 errors/);
        await row('should be 174').first().click();
        await workbench.waitForStatus(/Report\s+\d/);
        equal(
          await page.locator('.editor-group-container.active .tab.active').getAttribute('data-resource-name'),
          '柳河镇.txt',
        );
        // What is typed into the open file shows in the tree.
        await workbench.typeAt(cell(FILES['2022/柳河镇.txt'], RECEIVED, TOTAL), '174', 3);
        await row('should be 174').first().waitFor({ state: 'detached' });

        await unfold('2023 年');
        await unfold('No report yet (1)');
        await row('云溪镇人民政府').nth(1).waitFor();
        await unfold('Sum of 2 reports');
        await row(/新收\s*348/).waitFor();

        await workbench.startCommand('Annual Report: Filter the List of Reports');
        await page.locator('.quick-input-list .monaco-list-row', { hasText: 'By the name' }).click();
        const question = page.locator('.quick-input-widget', { hasText: 'A part of the organ’s name' });
        await question.locator('input[type=text]').fill('青禾');
        await page.keyboard.press('Enter');
        await row('柳河镇人民政府').first().waitFor({ state: 'detached' });
        ok((await row('青禾镇人民政府').count()) > 0);
        await workbench.command('Annual Report: Clear the Filter of the List');
        await row('柳河镇人民政府').first().waitFor();

        await workbench.startCommand('Annual Report: Export the Summary (CSV)');
        const path = `${folder}/Summary of annual reports.csv`;
        const input = page.locator('.quick-input-widget input[type=text]');
        // The dialog writes the path that is proposed when it has looked into the folder.
        while ((await input.inputValue()) !== path) await page.waitForTimeout(50);
        await page.keyboard.press('Enter');
        match((await workbench.notifications()).join(), /The summary was written/);
        const table = await readFile(path, 'utf8');
        match(table, /^\ufeff机关,年度,新收/);
        equal(table.split('\r\n').filter((line) => line.includes('人民政府,202')).length, 5);
      },
    ));
});
