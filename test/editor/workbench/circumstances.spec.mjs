import { equal, match } from 'node:assert/strict';
import { scene } from '../harness/stage.mjs';
import { cell, GOOD, RECEIVED, TOTAL, withCell } from './places.mjs';

const BAD = withCell(GOOD, RECEIVED, TOTAL, '176');

describe('circumstances', () => {
  it('a folder that is not trusted is checked all the same', () =>
    scene(
      { openFile: 'draft.txt', files: { 'draft.txt': BAD }, server: { workspaceTrust: true } },
      async ({ workbench }) => {
        await workbench.waitForStatus('Restricted Mode');
        await workbench.waitForStatus(/Report\s+2/);
        await workbench.applyQuickFix(cell(BAD, RECEIVED, TOTAL), 'Recompute “');
        await workbench.waitForStatus(/Report\s+✓/);
      },
    ));

  it('a setting that means nothing is named once, and its default used', () => {
    const server = { settings: { 'zfxxgk.validate.run': 'sometimes' } };
    return scene({ openFile: 'draft.txt', files: { 'draft.txt': BAD }, server }, async ({ workbench }) => {
      await workbench.waitForStatus(/Report\s+2/);
      const messages = await workbench.notifications();
      equal(messages.length, 1, messages.join('\n'));
      match(
        messages[0] ?? '',
        /zfxxgk\.validate\.run: "sometimes" is not valid, expected onType \| onSave; using "onType"/,
      );
    });
  });

  it('other text has no item in the status bar, and the commands say why', () =>
    scene({ openFile: 'notes.txt' }, async ({ workbench }) => {
      await workbench.command('Annual Report: Check This File');
      match((await workbench.notifications()).join(), /does not read like an annual report/);
      const bar = (await workbench.statusBar()).join('|');
      equal(/\bReport\b/.test(bar), false, bar);
    }));
});
