// Where things lie: everything the harness writes goes below dist/ or the system's temporary folder.
import { fileURLToPath } from 'node:url';
import { ROOT } from '../../../embedded-editor/paths.mjs';

/** This package, with the specs and with the node_modules that hold mocha. */
export const EDITOR = fileURLToPath(new URL('../', import.meta.url));
/** The bundled suite, which is at the same time the stub extension that VS Code runs it for. */
export const BUNDLE = `${ROOT}dist/test-editor`;
/** Screenshots of failed scenarios. */
export const FAILURES = `${ROOT}dist/test-editor-failures`;
