const { lintFor } = require('autocorrect-node');
const { filesIn } = require('./files.cjs');

for (const { path, text } of filesIn(process.argv[2])) lintFor(text, path);
