/** The version of the package that this program is built from. */
export { version as VERSION } from '../../../package.json';
