import { equal, match, ok } from 'node:assert/strict';
import { drawingOf, pressAndSee, toggleOf } from '../harness/drawing.mjs';
import { quantile, wordLatency } from '../harness/latency.mjs';
import { inOneWindow, scene } from '../harness/stage.mjs';
import { cell, GOOD, RECEIVED, TOTAL, withCell } from './places.mjs';

const WRONG = withCell(GOOD, RECEIVED, TOTAL, '176');
const DRAW = 'Annual Report: Draw the Tables';
const EDITS = 20;
/** The text above section 一, where a sentence of any length may stand. */
const longer = (/** @type {number} */ size) =>
  GOOD.replace(
    '\n一、总体情况',
    `\n${`${'各项工作平稳推进。'.repeat(20)}\n`.repeat(Math.ceil(size / 541))}\n一、总体情况`,
  );

/**
 * How long the drawing takes to follow a key, over many.
 * @param {string} text
 * @param {number} edits
 */
function measure(text, edits) {
  const figures = /** @type {number[]} */ ([]);
  return scene({ openFile: 'draft.txt', files: { 'draft.txt': text } }, async ({ workbench }) => {
    await workbench.waitForStatus(/Report/);
    await workbench.command(DRAW);
    await drawingOf(workbench.page).locator('table').first().waitFor();
    const total = cell(text, RECEIVED, TOTAL);
    await workbench.page
      .locator('.editor-group-container')
      .first()
      .click({ position: { x: 300, y: 200 } });
    await workbench.goTo({ line: total.line, column: total.column + total.value.length });
    // The first edit wakes what is loaded on first use; it is no part of the figures.
    await pressAndSee(workbench.page, '0', true);
    await pressAndSee(workbench.page, 'Backspace', false);
    for (let edit = 0; edit < edits; edit++) {
      figures.push(await pressAndSee(workbench.page, '0', true), await pressAndSee(workbench.page, 'Backspace', false));
    }
  }).then(() => figures);
}

describe('the drawn tables', () => {
  const play = inOneWindow();

  it('stand beside the text, follow the typing, lead to the text, and put a number right', () =>
    play({ openFile: 'draft.txt', files: { 'draft.txt': WRONG } }, async ({ workbench }) => {
      const { page } = workbench;
      await workbench.waitForStatus(/Report\s+[12]/);
      await workbench.command(DRAW);
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
    }));

  it('show hostile text as text', () => {
    const evil = '<script>alert(1)</script><style>*{display:none}</style><img src=x onerror=alert(2)>\u202e倒序';
    const text = WRONG.replace('（一）主动公开', `${evil}\n（一）主动公开`);
    return play({ openFile: 'hostile.txt', files: { 'hostile.txt': text } }, async ({ workbench }) => {
      await workbench.waitForStatus(/Report/);
      await workbench.command(DRAW);
      const drawing = drawingOf(workbench.page);
      await drawing.locator('td.wrong').waitFor();
      equal(await drawing.locator('script, style, img').count(), 0);
      const shown = await drawing.locator('p', { hasText: '倒序' }).innerText();
      ok(shown.includes('alert(1)') && !shown.includes('\u202e'), shown);
    });
  });

  it('show the numbers of the year before, until they are switched off', () => {
    const before = GOOD.replaceAll('2023', '2022');
    return play({ openFile: 'now.txt', files: { 'now.txt': GOOD, 'before.txt': before } }, async ({ workbench }) => {
      const { page } = workbench;
      await workbench.waitForStatus(/Report/);
      await workbench.command(DRAW);
      const small = drawingOf(page).locator('td small').first();
      await small.waitFor();
      match((await small.getAttribute('title')) ?? '', /^Report on 2022: \d+$/);
      await toggleOf(page).uncheck();
      await small.waitFor({ state: 'hidden' });
      await toggleOf(page).check();
      await small.waitFor();
    });
  });

  it(`follow a key within the blink of an eye, over ${2 * EDITS} edits`, async () => {
    const figures = await measure(GOOD, EDITS);
    console.log(`      key press → drawing: ${wordLatency(figures)} (${figures.length} edits)`);
    ok(quantile(figures, 0.5) < 400, wordLatency(figures));
  });

  it('follow a key in a text of 1 MB', async () => {
    const figures = await measure(longer(1_000_000), 5);
    console.log(`      key press → drawing of 1 MB: ${wordLatency(figures)} (${figures.length} edits)`);
    ok(quantile(figures, 0.5) < 5000, wordLatency(figures));
  });
});
