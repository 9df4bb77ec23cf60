import { equal, match, ok } from 'node:assert/strict';
import { inOneWindow } from '../harness/stage.mjs';
import { GOOD, RECEIVED, TOTAL, withCell } from './places.mjs';

const BAD = withCell(GOOD, RECEIVED, TOTAL, '176');

describe('a menu', () => {
  const scene = inOneWindow();

  it('of the item in the status bar opens, in it the problems of the file', () =>
    scene({ openFile: 'menu.txt', files: { 'menu.txt': BAD } }, async ({ workbench }) => {
      const { page } = workbench;
      const rows = page.locator('.quick-input-list .monaco-list-row');
      await workbench.waitForStatus(/Report\s+2/);
      await page.locator('.statusbar-item', { hasText: /Report\s+2/ }).click();
      await rows.filter({ hasText: 'Draw the tables' }).waitFor();
      const choices = (await rows.allInnerTexts()).join('\n');
      for (const wanted of ['Problems of this file (2)', 'Check this file', 'Recompute all totals', 'language mode'])
        ok(choices.includes(wanted), choices);
      await rows.filter({ hasText: 'Problems of this file' }).click();
      await rows.filter({ hasText: 'should be 174' }).first().click();
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
      // The number is selected: what is typed takes its place.
      await workbench.waitForStatus(/3 selected/);
      await workbench.editor().locator('.native-edit-context, textarea').first().focus();
      await page.keyboard.type('174');
      await workbench.waitForStatus(/Report\s+✓/);
    }));

  it('of that item sets the language mode of a plain text', () =>
    scene({ openFile: 'mode.txt', files: { 'mode.txt': GOOD } }, async ({ workbench }) => {
      const { page } = workbench;
      await workbench.waitForStatus(/Report\s+✓/);
      await page.locator('.statusbar-item', { hasText: /Report\s+✓/ }).click();
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Set the language mode' }).click();
      await page.locator('[id="status.editor.mode"]', { hasText: '政府信息公开年报' }).waitFor();
    }));

  it('of a text in the explorer opens and checks it', () =>
    scene({ files: { 'explored.txt': BAD } }, async ({ workbench }) => {
      await workbench.chooseInExplorer('explored.txt', 'Check This File');
      match((await workbench.notifications()).join(), /1 errors/);
      await workbench.waitForStatus(/Report\s+2/);
    }));

  it('recomputes all totals: it says before what it will change, and changes nothing when it is not wanted', () =>
    scene({ openFile: 'recompute.txt', files: { 'recompute.txt': BAD } }, async ({ workbench }) => {
      const { page } = workbench;
      const dialog = page.locator('.monaco-dialog-box');
      await workbench.waitForStatus(/Report\s+2/);
      await workbench.command('Annual Report: Recompute All Totals');
      await dialog.waitFor();
      match(await dialog.innerText(), /1 to change[\s\S]*Line \d+: 176 → 174/);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      equal(await page.locator('.tab.dirty').count(), 0);
      await workbench.command('Annual Report: Recompute All Totals');
      await dialog.getByRole('button', { name: 'Change', exact: true }).click();
      await workbench.waitForStatus(/Report\s+✓/);
    }));

  it('recomputes all totals: it shows where the prose speaks against a number, to be confirmed', () => {
    // The prose says 174 as well, and one addend is wrong: the total that follows from it is at odds with the prose.
    const contested = withCell(GOOD, RECEIVED, -7, '82');
    return scene({ openFile: 'contested.txt', files: { 'contested.txt': contested } }, async ({ workbench }) => {
      const { page } = workbench;
      const dialog = page.locator('.monaco-dialog-box');
      await workbench.waitForStatus(/Report\s+3/);
      await workbench.command('Annual Report: Recompute All Totals');
      await dialog.waitFor();
      match(await dialog.innerText(), /174 → 177 \(at odds with the prose/);
      await dialog.getByRole('button', { name: 'Review the changes' }).click();
      const preview = page.locator('.part.panel .monaco-list-row', { hasText: /一、本年新收.*174.*177/ });
      await preview.waitFor();
      equal(await preview.locator('input[type=checkbox]').isChecked(), false);
      await page.getByRole('button', { name: 'Discard' }).click();
      await preview.waitFor({ state: 'hidden' });
      match((await workbench.notifications()).join(), /Nothing was edited/);
      equal(await page.locator('.tab.dirty').count(), 0);
    });
  });
});
