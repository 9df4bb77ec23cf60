// `npm run package`: zfxxgk-report.vsix, for VS Code.
// `npm run package:cli`: zfxxgk-VERSION.tgz, for `npm i -g`.
import { fileURLToPath } from 'node:url';
import { packCli, packVsix } from './pack.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
if (process.argv.includes('--cli')) console.log(await packCli(root, root));
else {
  await packVsix(root, `${root}zfxxgk-report.vsix`);
  console.log('zfxxgk-report.vsix');
}
