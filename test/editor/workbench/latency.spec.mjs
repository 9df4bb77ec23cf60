import { ok } from 'node:assert/strict';
import { quantile, wordLatency } from '../harness/latency.mjs';
import { scene } from '../harness/stage.mjs';
import { cell, GOOD, RECEIVED, TOTAL } from './places.mjs';

const EDITS = 30;
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

describe('key press to squiggle', () => {
  it(`is short, over ${EDITS} edits`, () =>
    scene({ openFile: 'report.txt' }, async ({ workbench }) => {
      const total = cell(GOOD, RECEIVED, TOTAL);
      await workbench.goTo({ line: total.line, column: total.column + total.value.length });
      await workbench.waitForStatus(/Report\s+✓/);
      const { page } = workbench;
      /** @param {string} key @param {boolean} appears */
      const press = async (key, appears) => {
        await page.evaluate(arm, appears);
        await page.keyboard.press(key);
        return page.evaluate(
          () => /** @type {{ measured: Promise<number> }} */ (/** @type {unknown} */ (window)).measured,
        );
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
      console.log(
        `      key press → squiggle: ${wordLatency(shown)}; → gone: ${wordLatency(gone)} (${EDITS} edits each)`,
      );
      ok(quantile(shown, 0.5) < MEDIAN_MS, wordLatency(shown));
    }));
});
