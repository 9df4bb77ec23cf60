// `npm run icon`: draws images/icon.png of images/icon.svg, for the extension's page takes no SVG.
import { readFile } from 'node:fs/promises';
import { ROOT } from '../../../embedded-editor/paths.mjs';
import { prepare } from '../../../embedded-editor/prepare.mjs';

const SIDE = 256;

const ready = await prepare();
if ('skipped' in ready) {
  console.error(`icon: not drawn: ${ready.skipped}`);
  process.exit(1);
}
const { launchBrowser } = await import('../../../embedded-editor/browser.mjs');
const browser = await launchBrowser(ready.tools.chromium);
const page = await browser.newPage({ viewport: { width: SIDE, height: SIDE } });
const drawing = await readFile(`${ROOT}images/icon.svg`, 'utf8');
await page.setContent(`<body style="margin:0">${drawing}`);
await page.screenshot({ path: `${ROOT}images/icon.png`, omitBackground: true });
await browser.close();
