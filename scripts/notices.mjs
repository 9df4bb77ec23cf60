// The notices of the packages that are bundled, as their licences ask for; made of what esbuild really took in.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licences that let a program be passed on with a notice alone. */
export const ALLOWED = ['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'MIT-0'];

/**
 * Texts of packages that leave it out, from their repositories.
 * @type {Readonly<Record<string, URL>>}
 */
const OWN_TEXTS = { saxes: new URL('licences/saxes.txt', import.meta.url) };

/**
 * The folders of the packages of which something is in these bundles, by esbuild's own account, in the order of names.
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @returns {string[]}
 */
export function bundledPackages(metafiles) {
  const inputs = metafiles.flatMap(({ outputs }) => Object.values(outputs).flatMap((each) => Object.keys(each.inputs)));
  const folders = inputs.flatMap((input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input) ?? []);
  return [...new Set(folders)].sort();
}

/**
 * The text of all notices.
 * @param {string} root the folder that the packages' folders are written from
 * @param {readonly string[]} folders
 * @throws Error for a package whose licence is not one of `ALLOWED`, or that has no text of it
 */
export function notices(root, folders) {
  const parts = folders.map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    if (!ALLOWED.includes(license))
      throw new Error(`${name} ${version}: the licence ${license} is not one of ${ALLOWED}`);
    const files = readdirSync(join(root, folder)).filter((file) =>
      /^(?:licen[cs]e|notice|copying|thirdpartynotices)/i.test(file),
    );
    const own = OWN_TEXTS[name];
    if (files.length === 0 && own === undefined)
      throw new Error(`${name} ${version} comes without the text of its licence`);
    const paths = own === undefined ? files.sort().map((file) => join(root, folder, file)) : [own];
    const texts = paths.map((path) => readFileSync(path, 'utf8').trim());
    return [`${name} ${version} (${license})`, ...texts].join('\n\n');
  });
  const head = '本程序包含下列软件 · This program contains the following software';
  return `${[head, ...parts].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}
