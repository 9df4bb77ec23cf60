import { ok } from 'node:assert/strict';
import { quantile, wordLatency } from '../harness/latency.mjs';
import { EDITOR } from '../harness/paths.mjs';
import { scene } from '../harness/stage.mjs';
import { cell, GOOD, RECEIVED, TOTAL } from './places.mjs';

const EDITS = 30;
/** An extension that has nothing to look at; what it takes is the editor's own. */
const INSTANT = `${EDITOR}instant`;
/** Above this the squiggle would no longer seem to come with the key. */
const MEDIAN_MS = 400;

/**
 * Runs in the page, before the key is pressed. `measured` becomes the time from the key press, as the browser stamped
 * it, to the frame in which the squiggle is there (or gone).
 * @param {boolean} appears
 */
function arm(appears) {
  /** @type {Promise<number>} */
  const measured = new Promise((resolve) => {
    let pressed = 0;
    document.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        pressed = timeStamp;
      },
      { capture: true, once: true },
    );
    const look = () => {
      const there = document.querySelector('.monaco-editor .squiggly-error') !== null;
      if (pressed === 0 || there !== appears) return;
      observer.disconnect();
      requestAnimationFrame(() => resolve(performance.now() - pressed));
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['class'] });
  });
  Object.assign(window, { measured });
}

/**
 * Milliseconds until the squiggle is there, and until it is gone, where a 0 behind the caret is a fault.
 * @param {import('../../../embedded-editor/workbench.mjs').Workbench['page']} page
 */
async function typed(page) {
  /** @param {string} key @param {boolean} appears */
  const press = async (key, appears) => {
    await page.evaluate(arm, appears);
    await page.keyboard.press(key);
    return page.evaluate(() => /** @type {{ measured: Promise<number> }} */ (/** @type {unknown} */ (window)).measured);
  };
  // The first edit wakes what is loaded on first use; it is no part of the figures.
  await press('0', true);
  await press('Backspace', false);
  const shown = /** @type {number[]} */ ([]);
  const gone = /** @type {number[]} */ ([]);
  for (let edit = 0; edit < EDITS; edit++) {
    shown.push(await press('0', true));
    gone.push(await press('Backspace', false));
  }
  return { shown, gone };
}

describe('key press to squiggle', () => {
  it(`is short, beside an extension that looks at nothing, over ${EDITS} edits`, () =>
    scene({ openFile: 'report.txt', server: { beside: INSTANT } }, async ({ workbench, folder }) => {
      const { page } = workbench;
      await workbench.waitForStatus(/Report\s+✓/);
      // First, so that it bears what the page's own first keys cost.
      await workbench.openFile('notes.txt', folder);
      await workbench.goTo({ line: 1, column: 1 });
      const instant = await typed(page);
      await workbench.openFile('report.txt', folder);
      const total = cell(GOOD, RECEIVED, TOTAL);
      await workbench.goTo({ line: total.line, column: total.column + total.value.length });
      await workbench.waitForStatus(/Report\s+✓/);
      const ours = await typed(page);
      const word = ({ shown, gone } = ours) => `${wordLatency(shown)}; → gone: ${wordLatency(gone)}`;
      console.log(`      key press → squiggle: ${word()} (${EDITS} edits each)`);
      console.log(`      of an extension that looks at nothing: ${word(instant)}`);
      ok(quantile(ours.shown, 0.5) < MEDIAN_MS, wordLatency(ours.shown));
    }));
});
