// `npm run screenshots`: the pictures of the README and of the walkthrough, taken in the real editor and written to
// images/ and walkthrough/.
//   --only readme|walkthrough     one of them
//   --pack COMMAND, --vsix PATH   as for `npm run test:editor`
import { mkdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { exec } from '../../../embedded-editor/exec.mjs';
import { ROOT, VSIX } from '../../../embedded-editor/paths.mjs';
import { prepare } from '../../../embedded-editor/prepare.mjs';
import { SMALL, takeWalkthrough } from './walkthrough.mjs';

/** @typedef {import('../../../embedded-editor/workbench.mjs').Workbench} Workbench */
/** @typedef {import('../../../embedded-editor/workbench.mjs').Place} Place */

const FILE = '岚汐县教育体育局2025年报.txt';
const IMAGES = `${ROOT}images`;
/** So high that the head of table 3 and its last row are in view together. */
const VIEWPORT = { width: 960, height: 794 };

/** The slip: one addend is 5 too high, so that a row and a column fail. The row is the middle of its table. */
const ROW = '8.属于行政查询事项';
const RIGHT = '3';
const WRONG = '8';

/** A window that shows a report and nothing else. In the language mode the text is coloured. */
const LOOK = {
  'files.associations': { '*年报.txt': 'zfxxgk-report' },
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'breadcrumbs.enabled': false,
  'editor.fontFamily': "'Noto Sans Mono CJK SC', monospace",
  'editor.fontSize': 14,
  'editor.lineHeight': 21,
  'editor.stickyScroll.enabled': false,
  'editor.minimap.enabled': false,
  'editor.guides.indentation': false,
  'editor.unicodeHighlight.ambiguousCharacters': false,
  'editor.occurrencesHighlight': 'off',
  'editor.renderLineHighlight': 'none',
  'editor.hover.delay': 100,
  'problems.showCurrentInStatus': false,
};

/** Below this nothing happens in the pictures of a hover and of a menu. */
const UPPER = 560;

/** @param {Workbench} workbench @param {string} name @param {number} [height] */
async function take(workbench, name, height) {
  await workbench.screenshot(`${IMAGES}/${name}.png`, height);
  console.log(`images/${name}.png`);
}

/** @param {Workbench} workbench @param {readonly string[]} lines */
async function takeAll(workbench, lines) {
  const line = lines.findIndex((one) => one.includes(ROW)) + 1;
  const text = lines[line - 1] ?? '';
  const addend = { line, column: text.indexOf(` ${RIGHT} `) + 2 };
  const total = { line, column: text.search(/\d+$/) + 1 };
  await workbench.page.keyboard.press('Control+b');
  await workbench.page.locator('.part.sidebar').waitFor({ state: 'hidden' });
  // A jump puts its line in the middle of the view.
  await workbench.goTo(addend);
  await workbench.waitForStatus(/年报\s+✓/);
  await take(workbench, 'before');

  await workbench.typeAt(addend, WRONG, RIGHT.length);
  await workbench.waitForStatus(/年报\s+3/);
  await workbench.waitForSquiggle('error');
  // The tab is told a little later.
  const badge = workbench.page.locator('.tab.active [class*="itemBadge"]');
  await badge.waitFor();
  await take(workbench, 'squiggle');

  await workbench.hoverAt(total, '✗');
  await take(workbench, 'hover', UPPER);
  await workbench.page.keyboard.press('Escape');

  await workbench.quickFixes(total);
  await take(workbench, 'quick-fix', UPPER);
  await workbench.page.keyboard.press('Escape');

  await workbench.problems('差 5');
  await workbench.goTo(total);
  await take(workbench, 'problems');
  await workbench.page.keyboard.press('Control+j');
  await workbench.page.locator('.markers-panel').waitFor({ state: 'hidden' });

  await workbench.applyQuickFix(total, '改正“');
  await workbench.waitForStatus(/年报\s+✓/);
  await workbench.waitForNoSquiggle('error');
  await workbench.save();
  await badge.waitFor({ state: 'detached' });
  await take(workbench, 'after');
}

const { values: options } = parseArgs({
  options: {
    pack: { type: 'string', default: 'npm run --silent package' },
    vsix: { type: 'string', default: VSIX },
    only: { type: 'string' },
  },
});
const ready = await prepare();
if ('skipped' in ready) {
  console.error(`screenshots: none taken: ${ready.skipped}`);
  process.exit(1);
}
if (options.pack) await exec('sh', ['-c', options.pack], { cwd: ROOT, show: true });
const { launchBrowser } = await import('../../../embedded-editor/browser.mjs');
const { scene, setStage } = await import('../harness/stage.mjs');
const browser = await launchBrowser(ready.tools.chromium);
// The example of the walkthrough, put right.
const slips = await readFile(`${ROOT}walkthrough/example.txt`, 'utf8');
const draft = slips.replace(new RegExp(`(${ROW.replace('.', '\\.')}.*? )${WRONG} `), `$1${RIGHT} `);
setStage({ tools: ready.tools, vsix: resolve(options.vsix), browser });
try {
  await mkdir(IMAGES, { recursive: true });
  const setting = { openFile: FILE, server: { language: 'zh-cn', settings: LOOK } };
  if (options.only !== 'walkthrough') {
    await scene({ ...setting, files: { [FILE]: draft }, viewport: VIEWPORT }, ({ workbench }) =>
      takeAll(workbench, draft.split('\n')),
    );
  }
  if (options.only !== 'readme') {
    const lines = slips.split('\n');
    const line = lines.findIndex((one) => one.includes(ROW));
    const wrong = { line: line + 1, column: (lines[line] ?? '').indexOf(` ${WRONG} `) + 2 };
    const server = { language: 'zh-cn', settings: { ...LOOK, 'editor.fontSize': 12, 'editor.lineHeight': 19 } };
    await scene({ openFile: FILE, server, files: { [FILE]: slips }, viewport: SMALL }, ({ workbench }) =>
      takeWalkthrough(workbench, wrong),
    );
  }
} finally {
  await browser.close();
}
process.exit(0);
