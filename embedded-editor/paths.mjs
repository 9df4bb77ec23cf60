// Where things lie.
import { fileURLToPath } from 'node:url';

/** The repository. */
export const ROOT = fileURLToPath(new URL('../', import.meta.url));
/** This package, with the node_modules that hold VS Code. */
export const EMBEDDED = fileURLToPath(new URL('./', import.meta.url));
/** The package that is installed in it, as `npm run package` writes it. */
export const VSIX = `${ROOT}zfxxgk-report.vsix`;
