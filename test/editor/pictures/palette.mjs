// Pictures of few colours: a screenshot with half a byte a pixel is a tenth of the size, and the package carries it.
import { writeFile } from 'node:fs/promises';
import { crc32, deflateSync } from 'node:zlib';

/** As many as half a byte tells apart. */
const COLOURS = 16;

/**
 * Takes a picture of the top of a window and writes it with its most frequent colours.
 * @param {import('../../../embedded-editor/panels.mjs').Page} page
 * @param {string} path where the .png goes
 * @param {{ x?: number, y?: number, width: number, height: number }} clip
 */
export async function takeSmall(page, path, { x = 0, y = 0, width, height }) {
  await page.evaluate(() => document.fonts.ready);
  const clip = { x, y, width, height };
  const shot = await page.screenshot({ animations: 'disabled', caret: 'hide', clip });
  const pixels = await pixelsOf(page, shot);
  await writeFile(path, png(width, height, pixels));
}

/**
 * The colours of a picture as numbers 0xrrggbb, row by row.
 * @param {import('../../../embedded-editor/panels.mjs').Page} page any page, which reads the picture
 * @param {Buffer} shot
 */
async function pixelsOf(page, shot) {
  const bytes = await page.evaluate(async (/** @type {string} */ base64) => {
    const coded = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const image = await createImageBitmap(new Blob([coded], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    let text = '';
    for (let at = 0; at < data.length; at += 4) text += String.fromCharCode(...data.slice(at, at + 3));
    return btoa(text);
  }, shot.toString('base64'));
  const rgb = Buffer.from(bytes, 'base64');
  return Uint32Array.from({ length: rgb.length / 3 }, (_, at) => rgb.readUIntBE(at * 3, 3));
}

/** @param {number} a @param {number} b */
function distance(a, b) {
  const part = (/** @type {number} */ shift) => ((a >> shift) & 255) - ((b >> shift) & 255);
  return part(16) ** 2 + part(8) ** 2 + part(0) ** 2;
}

/** @param {Uint32Array} pixels */
function paletteOf(pixels) {
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const frequent = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
  const palette = frequent.slice(0, COLOURS);
  const nearest = (/** @type {number} */ colour) =>
    palette.reduce((best, each, at) => (distance(each, colour) < distance(palette[best] ?? 0, colour) ? at : best), 0);
  return { palette, indexOf: new Map(frequent.map((colour) => [colour, nearest(colour)])) };
}

/**
 * PNG with a palette (ISO/IEC 15948, colour type 3), no filter.
 * @param {number} width
 * @param {number} height
 * @param {Uint32Array} pixels
 */
function png(width, height, pixels) {
  const { palette, indexOf } = paletteOf(pixels);
  const line = 1 + Math.ceil(width / 2);
  const rows = Buffer.alloc(height * line);
  pixels.forEach((pixel, at) => {
    const x = at % width;
    const place = Math.floor(at / width) * line + 1 + (x >> 1);
    rows[place] = (rows[place] ?? 0) | ((indexOf.get(pixel) ?? 0) << (x % 2 === 0 ? 4 : 0));
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([4, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const parts = [chunk('IHDR', header), chunk('PLTE', colours), chunk('IDAT', deflateSync(rows, { level: 9 }))];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts, chunk('IEND', Buffer.alloc(0))]);
}

/** @param {string} name @param {Buffer} data */
function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, check]);
}
