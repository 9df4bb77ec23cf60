import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../../embedded-editor/paths.mjs';
import { getStage } from '../harness/stage.mjs';
import { GOOD, RECEIVED, TOTAL, withCell } from './places.mjs';

const PAGE = pathToFileURL(`${ROOT}dist/zfxxgk.html`).href;
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const WRONG = withCell(GOOD, RECEIVED, TOTAL, '176');

/** @typedef {import('../../../embedded-editor/browser.mjs').Page} Page */

/**
 * The page from the disk, in a browser that reaches no network; what it complains about fails the test.
 * @param {(page: Page, complaints: string[]) => Promise<void>} play
 * @param {{ colorScheme?: 'light' | 'dark', forcedColors?: 'active' }} [look]
 */
async function onPage(play, look = {}) {
  const context = await getStage().browser.newContext({ locale: 'zh-CN', acceptDownloads: true, ...look });
  await context.setOffline(true);
  const page = await context.newPage();
  const complaints = /** @type {string[]} */ ([]);
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  try {
    await page.goto(PAGE);
    await play(page, complaints);
    deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}

/**
 * @param {Page} page
 * @param {string | Buffer} contents
 * @param {string} name
 */
async function choose(page, contents, name) {
  const buffer = Buffer.from(/** @type {string} */ (contents));
  await page.locator('#file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
}

/**
 * What a click on a button saves.
 * @param {Page} page
 * @param {string} button
 */
async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(button).click()]);
  const path = `${await download.path()}.html`;
  await download.saveAs(path);
  return { name: download.suggestedFilename(), bytes: await readFile(path), path };
}

/** @param {Page} page */
const wrong = (page) => page.locator('#drawing td.wrong');

describe('the page without an editor', () => {
  it('draws what is pasted, follows what is typed, mends by a button, undoes it, and leads to and fro', () =>
    onPage(async (page) => {
      const area = page.locator('#text');
      await area.fill(WRONG);
      await wrong(page).waitFor();
      match(await wrong(page).innerText(), /176\s*→\s*174/);

      await page.locator('#drawing td[id="c3-0-6"]').click({ position: { x: 3, y: 3 } });
      await page.locator('#drawing td.caret').waitFor();
      ok((await area.evaluate((element) => element.scrollTop)) > 0);
      await page.keyboard.type('177');
      await page.locator('#drawing td.wrong', { hasText: '177' }).waitFor();

      await page.locator('#drawing td.wrong button').click();
      await wrong(page).waitFor({ state: 'detached' });
      equal(await area.inputValue(), GOOD);
      await area.focus();
      await page.keyboard.press('Control+z');
      await page.locator('#drawing td.wrong', { hasText: '177' }).waitFor();
      await page.locator('#drawing td.caret').waitFor();
    }));

  it('keeps line ends and encoding of a file, and changes what was edited and nothing else', () =>
    onPage(async (page) => {
      const windows = Buffer.from(WRONG.replaceAll('\n', '\r\n'));
      await choose(page, Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), windows]), '年报.txt');
      await page.locator('#drawing td.wrong button').click();
      await wrong(page).waitFor({ state: 'detached' });
      const { name, bytes } = await saved(page, '#save-text');
      equal(name, '年报.txt');
      equal(bytes.toString(), `\uFEFF${GOOD.replaceAll('\n', '\r\n')}`);

      const old = Buffer.from([0xbb, 0xe1, 0xd2, 0xe9, 0x0d, 0x0a]);
      await choose(page, old, '旧.txt');
      await page.waitForFunction(() =>
        /** @type {any} */ (globalThis).document.querySelector('#text').value.startsWith('会议'),
      );
      deepEqual((await saved(page, '#save-text')).bytes, old);
    }));

  it('saves the result as a page of its own that needs nothing', () =>
    onPage(async (page) => {
      await page.locator('#text').fill(WRONG);
      await wrong(page).waitFor();
      const { name, path } = await saved(page, '#save-result');
      match(name, /检查结果\.html$/);
      await page.goto(pathToFileURL(path).href);
      await page.locator('td.wrong').waitFor();
      equal(await page.locator('button, script').count(), 0);
      equal(
        await page
          .locator('td.wrong')
          .evaluate((cell) => /** @type {any} */ (globalThis).getComputedStyle(cell).textAlign),
        'right',
      );
    }));

  it('says in words what it cannot read', () =>
    onPage(async (page) => {
      await choose(page, '%PDF-1.7', 'a.pdf');
      await page.locator('#status', { hasText: '不读 PDF' }).waitFor();
      await choose(page, 'PK broken', 'a.docx');
      await page.locator('#status', { hasText: '损坏' }).waitFor();
      await page.locator('#text').fill('会议记录');
      await page.locator('.lacking', { hasText: '不像' }).waitFor();
    }));

  it('shows hostile text as text, and lets nothing reach out', () =>
    onPage(async (page, complaints) => {
      const evil = WRONG.replace('2024年', '<img src=x onerror=alert(1)><script>alert(2)</script>2024年');
      await page.locator('#text').fill(`${evil}\n<a href="javascript:alert(3)">x</a>`);
      await wrong(page).waitFor();
      equal(await page.locator('#drawing img, #drawing script, #drawing a[href^="javascript"]').count(), 0);
      const reached = await page.evaluate(() =>
        fetch('https://example.com/').then(
          () => true,
          () => false,
        ),
      );
      equal(reached, false);
      ok(complaints.splice(0).every((line) => line.includes('Content Security Policy')));
    }));

  for (const look of /** @type {const} */ ([
    { colorScheme: 'light' },
    { colorScheme: 'dark' },
    { forcedColors: 'active' },
  ])) {
    it(`is open to everybody: ${JSON.stringify(look)}`, () =>
      onPage(async (page) => {
        await page.locator('#example').click();
        await wrong(page).first().waitFor();
        const source = await readFile(AXE, 'utf8');
        // The page's own policy lets no script in; the debugger's does.
        const session = await page.context().newCDPSession(page);
        await session.send('Runtime.evaluate', { expression: source });
        const { result } = await session.send('Runtime.evaluate', {
          expression:
            'axe.run().then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => [id, nodes[0].html])))',
          awaitPromise: true,
        });
        deepEqual(JSON.parse(result.value), []);
      }, look));
  }

  it('is used by the keyboard alone, and prints the drawing on paper', () =>
    onPage(async (page) => {
      await page.locator('#text').fill(WRONG);
      await wrong(page).waitFor();
      await page.locator('#drawing').focus();
      await page.keyboard.press('Tab');
      equal(
        await page.evaluate(() => /** @type {any} */ (globalThis).document.activeElement.getAttribute('href')),
        '#p0',
      );
      await page.locator('td.wrong button').focus();
      await page.keyboard.press('Enter');
      await wrong(page).waitFor({ state: 'detached' });
      const pdf = await page.pdf({ format: 'A4' });
      const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      ok(pages >= 1 && pages <= 4, `${pages} pages`);
    }));
});
