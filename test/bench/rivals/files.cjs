// The files of a folder, read one after the other, for both rivals alike.
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

/**
 * @param {string} folder
 * @returns {Generator<{ path: string, text: string }>}
 */
function* filesIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else yield { path, text: readFileSync(path, 'utf8') };
  }
}

module.exports = { filesIn };
