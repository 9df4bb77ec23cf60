import { equal, match, ok } from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { inOneWindow } from '../harness/stage.mjs';
import { cell, GOOD, RECEIVED, SECRET, TOTAL, withCell } from './places.mjs';

const total = cell(GOOD, RECEIVED, TOTAL);

describe('a person', () => {
  const scene = inOneWindow();

  it('mistypes a total, sees it, reads why, takes the fix and saves', () =>
    scene({ openFile: 'report.txt' }, async ({ workbench, folder }) => {
      const onDisk = () => readFile(`${folder}/report.txt`, 'utf8');
      await workbench.typeAt(total, '176', total.value.length);
      const squiggle = await workbench.waitForSquiggle('error');
      await workbench.waitForStatus(/Report\s+2/);

      const problems = await workbench.problems('176');
      match(problems.join('\n'), /report\.txt[\s\S]*Total of row “一、本年新收” is 176, should be 174, off by 2/);

      match(await workbench.hover(squiggle, '✗'), /should be 174, off by 2[\s\S]*自然人: 79[\s\S]*✗/);
      await workbench.page.keyboard.press('Escape');

      const titles = await workbench.quickFixes(total);
      match(titles[0] ?? '', /^Recompute “.*·总计”: 176 → 174/);
      await workbench.page.keyboard.press('Enter');
      await workbench.waitForNoSquiggle('error');
      await workbench.waitForStatus(/Report\s+✓/);
      match(await workbench.text(), /一、本年新收政府信息公开申请数量.*174/);

      // Nothing is written behind the person's back: on the disk stands what was saved last.
      equal(await onDisk(), GOOD);
      await workbench.typeAt({ line: 1, column: 1 }, '（草稿）');
      await workbench.save();
      equal(await onDisk(), `（草稿）${GOOD}`);
    }));

  it('recomputes all totals from the palette, and undoes that at once', () => {
    const bad = withCell(withCell(GOOD, RECEIVED, TOTAL, '176'), SECRET, TOTAL, '41');
    return scene({ openFile: 'draft.txt', files: { 'draft.txt': bad } }, async ({ workbench, folder }) => {
      const recompute = async () => {
        await workbench.command('Annual Report: Recompute All Totals');
        await workbench.page.locator('.monaco-dialog-box').getByRole('button', { name: 'Change', exact: true }).click();
      };
      await workbench.waitForStatus(/Report\s+4/);
      await recompute();
      await workbench.waitForStatus(/Report\s+✓/);
      await workbench.page.keyboard.press('Control+z');
      await workbench.waitForStatus(/Report\s+4/);
      await recompute();
      await workbench.waitForStatus(/Report\s+✓/);
      await workbench.save();
      equal(await readFile(`${folder}/draft.txt`, 'utf8'), GOOD);
      match((await workbench.notifications()).join(), /2 places changed/);
      await workbench.command('Notifications: Clear All Notifications');
      await workbench.command('Annual Report: Check This File');
      match((await workbench.notifications()).join(), /No findings/);
    });
  });

  it('finds the way by outline, folding and the status bar', () =>
    scene(
      { openFile: 'ways.txt', files: { 'ways.txt': withCell(GOOD, RECEIVED, TOTAL, '176') } },
      async ({ workbench }) => {
        await workbench.waitForStatus(/Report\s+2/);
        const rows = (await workbench.outline()).map((row) => row.replace(/\s+/g, ' '));
        ok(rows[0]?.includes('一、总体情况'), rows.join(' | '));
        // What lies further down the list is not drawn.
        ok(
          rows.some((row) => row.includes('（五）监督保障')),
          rows.join(' | '),
        );

        await workbench.openFile('ways.txt');
        await workbench.command('Fold All');
        const folded = workbench.page.locator('.monaco-editor .codicon-folding-collapsed');
        await folded.nth(5).waitFor();
        equal((await workbench.text()).includes('商业企业'), false);
        await workbench.command('Unfold All');
        await folded.first().waitFor({ state: 'detached' });

        await workbench.page.locator('.statusbar-item', { hasText: /Report\s+2/ }).click();
        const choices = workbench.page.locator('.quick-input-list .monaco-list-row');
        await choices.filter({ hasText: 'Problems of this file (2)' }).click();
        await choices.filter({ hasText: '176' }).first().waitFor();
      },
    ));
});
