import { match } from 'node:assert/strict';
import { drawingOf } from '../harness/drawing.mjs';
import { scene } from '../harness/stage.mjs';
import { GOOD, RECEIVED, TOTAL, withCell } from './places.mjs';

describe('the drawn tables', () => {
  it('stand beside the text, follow the typing, lead to the text, and put a number right', () =>
    scene(
      { openFile: 'draft.txt', files: { 'draft.txt': withCell(GOOD, RECEIVED, TOTAL, '176') } },
      async ({ workbench }) => {
        const { page } = workbench;
        await workbench.waitForStatus(/Report\s+[12]/);
        await workbench.command('Annual Report: Draw the Tables');
        const drawing = drawingOf(page);
        const wrong = drawing.locator('td.wrong');
        await wrong.waitFor();
        match(await wrong.innerText(), /176\s*→\s*174/);

        // A click on a cell selects its number in the text: what is typed then takes its place, in the drawing as well.
        await drawing.locator('td[id="c3-0-6"]').click({ position: { x: 3, y: 3 } });
        await drawing.locator('td.caret').waitFor();
        await page.keyboard.type('177');
        await drawing.locator('td.wrong', { hasText: '177' }).waitFor();
        match(await workbench.text(), /一、本年新收政府信息公开申请数量.*177/);

        await drawing.locator('td.wrong button').click();
        await wrong.waitFor({ state: 'detached' });
        await workbench.waitForNoSquiggle('error');
      },
    ));
});
