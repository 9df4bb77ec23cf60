import { equal, match, ok } from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { ROOT } from '../../../embedded-editor/paths.mjs';
import { inOneWindow, scene } from '../harness/stage.mjs';
import { cell, GOOD, PERSONS, RECEIVED, TOTAL, withCell } from './places.mjs';

/** @typedef {import('../../../embedded-editor/workbench.mjs').Workbench} Workbench */
/** @typedef {{ text: string, color: string, weight: number, underlined: boolean }} Piece */

/** Pictures to be looked at, one a theme. */
const PICTURES = `${ROOT}dist/test-editor-seen`;

/** The row has zeros, and one addend is 5 too high: a row and a column fail, and the cell is known. */
const ROW = '8.属于行政查询事项';
const persons = cell(GOOD, ROW, PERSONS);
const wrong = String(Number(persons.value) + 5);
const bad = withCell(GOOD, ROW, PERSONS, wrong);
const total = cell(bad, ROW, TOTAL);

/**
 * The pieces of a line as they are drawn.
 * @param {Workbench} workbench
 * @param {string} label
 * @returns {Promise<Piece[]>}
 */
async function pieces(workbench, label) {
  const line = workbench.lines('draft.txt').filter({ hasText: label }).first();
  await line.waitFor();
  return line.locator('span > span').evaluateAll((spans) =>
    spans.map((span) => {
      const { color, fontWeight, textDecorationLine } = getComputedStyle(span);
      const text = (span.textContent ?? '').replaceAll('\u00a0', ' ').trim();
      return { text, color, weight: Number(fontWeight), underlined: textDecorationLine.includes('underline') };
    }),
  );
}

/** @param {string} color @returns {readonly [number, number, number]} */
function channels(color) {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue];
}

/** @param {string} color */
function luminance(color) {
  const [red, green, blue] = channels(color).map((one) => {
    const part = one / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** How well two colours are told apart, from 1 to 21 (WCAG). @param {string} a @param {string} b */
function contrast(a, b) {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** @param {readonly Piece[]} all @param {string} text @returns {Piece} */
function piece(all, text) {
  const found = all.find((one) => one.text === text);
  ok(found, `${text} among ${JSON.stringify(all)}`);
  return found;
}

const SIZE = { width: 1400, height: 1000 };
const SETTINGS = {
  'workbench.colorTheme': 'Default Light Modern',
  'files.associations': { '*draft.txt': 'zfxxgk-report' },
  'editor.wordWrap': 'off',
  'editor.fontFamily': "'Noto Sans Mono CJK SC', monospace",
};

const THEMES = [
  ['light', 'Default Light Modern'],
  ['dark', 'Default Dark Modern'],
  ['high-contrast', 'Default High Contrast'],
  ['high-contrast-light', 'Default High Contrast Light'],
];

describe('what a report looks like', () => {
  const inWindow = inOneWindow({
    server: { language: 'zh-cn', settings: SETTINGS },
    viewport: SIZE,
  });

  it('lights the addends of the total at the caret, not every equal digit', () =>
    inWindow({ openFile: 'lit-draft.txt', files: { 'lit-draft.txt': GOOD } }, async ({ workbench }) => {
      await workbench.waitForStatus(/年报\s+✓/);
      await workbench.goTo(cell(GOOD, RECEIVED, TOTAL));
      // 174 and 四、结转·总计; six addends. Until the server has answered VS Code lights what reads the same.
      const lit = workbench.editor('lit-draft.txt').locator('.wordHighlight');
      await lit.nth(5).waitFor();
      await workbench.editor('lit-draft.txt').locator('.wordHighlightStrong').first().waitFor();
      equal(await lit.count(), 6);
      await workbench.screenshot(`${PICTURES}/highlight.png`);
    }));

  it('shows lenses above the tables, hints for columns when all are wanted, and keeps the heads in view', () =>
    inWindow({ openFile: 'lens-draft.txt', files: { 'lens-draft.txt': bad } }, async ({ workbench }) => {
      await workbench.page.setViewportSize({ width: 1400, height: 560 });
      await workbench.waitForStatus(/年报\s+3/);
      await workbench.goTo({ line: 37, column: 1 });
      const lens = workbench.page.locator('.codelens-decoration', { hasText: '处不符' }).first();
      await lens.waitFor();
      match((await lens.textContent()) ?? '', /表三：\d 处不符.*更新总计.*画出表格/);
      await workbench.goTo(cell(bad, '四、结转下年度继续办理', TOTAL));
      const sticky = workbench.page.locator('.sticky-widget', { hasText: '科研机构' });
      await sticky.waitFor();
      match((await sticky.textContent()) ?? '', /三、收到和处理/);
      await workbench.screenshot(`${PICTURES}/sticky.png`);
      await workbench.command('切换行内提示');
      await workbench.goTo({ line: 71, column: 1 });
      await workbench
        .lines('lens-draft.txt')
        .filter({ hasText: '结果纠正' })
        .filter({ hasText: '行政复议 结果维持' })
        .first()
        .waitFor();
      await workbench.screenshot(`${PICTURES}/columns.png`);
      await workbench.page.setViewportSize(SIZE);
    }));

  it('compares with last year side by side, from the lens', () => {
    const files = { 'now-draft.txt': GOOD, 'before.txt': GOOD.replaceAll('2023年', '2022年') };
    return inWindow({ openFile: 'now-draft.txt', files }, async ({ workbench }) => {
      await workbench.goTo({ line: 37, column: 1 });
      const lens = workbench.page.locator('.codelens-decoration a', { hasText: '与上年比较' }).first();
      await lens.click();
      await workbench.page.locator('.tab', { hasText: 'before.txt ↔ now-draft.txt' }).waitFor();
      await workbench.page.locator('.monaco-diff-editor').waitFor();
    });
  });

  for (const [name, theme] of THEMES) {
    it(`in ${theme}: zeros dimmed, totals bold, the suspect told, column heads no error`, () => {
      const server = { language: 'zh-cn', settings: { ...SETTINGS, 'workbench.colorTheme': theme } };
      return scene(
        { openFile: 'draft.txt', files: { 'draft.txt': bad }, server, viewport: SIZE },
        async ({ workbench }) => {
          await workbench.waitForStatus(/年报\s+3/);
          await workbench.goTo({ line: total.line, column: 1 });
          const hint = workbench.editor('draft.txt').locator('.view-line', { hasText: '✗' }).first();
          await hint.waitFor();
          match((await hint.textContent()) ?? '', /=\s\d+\s✗/);
          const editor = workbench.editor('draft.txt');
          const background = await editor
            .locator('.monaco-editor-background')
            .first()
            .evaluate((element) => getComputedStyle(element).backgroundColor);
          // Colours come with the server's answer.
          await workbench.page.waitForFunction(() =>
            [...document.querySelectorAll('.view-line span > span')].some(
              (one) => getComputedStyle(one).fontWeight === '700',
            ),
          );
          const row = await pieces(workbench, ROW);
          const suspect = piece(row, wrong);
          const zero = piece(row, '0');
          const sum = piece(row, total.value);
          const other = piece(await pieces(workbench, RECEIVED), '79');
          ok(sum.weight >= 700, 'a total is bold');
          ok(other.weight < 700, 'another value is not');
          ok(contrast(zero.color, background) >= 3, `zeros can be read: ${zero.color} on ${background}`);
          ok(contrast(zero.color, background) < contrast(other.color, background) + 2, 'zeros do not stand out');
          ok(zero.color !== other.color && suspect.color !== other.color && suspect.color !== zero.color);
          const head = piece(await pieces(workbench, '科研机构'), '科研机构');
          const [red, green, blue] = channels(head.color);
          ok(!(red > 180 && green < 90 && blue < 90), `a column head is not red: ${head.color}`);
          ok(contrast(head.color, background) >= 4.5, `${head.color} on ${background}`);
          await mkdir(PICTURES, { recursive: true });
          await workbench.goTo({ line: total.line, column: 1 });
          await workbench.screenshot(`${PICTURES}/${name}.png`);
        },
      );
    });
  }
});
