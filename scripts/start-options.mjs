// What `npm start` is asked to do. Nothing is done here, so that it can be tested for every system.
import { parseArgs } from 'node:util';

/** Taken when it is free, so that an address can be kept. */
export const PORT = 8321;

export const HELP = `用法：npm start -- [选项] [文件夹]

在浏览器中打开内置的 VS Code 和一个文件夹；不写文件夹就打开示例。按 Ctrl+C 结束。
(Opens an embedded VS Code in the browser; Ctrl+C ends it.)

  --port <端口>   监听的端口；默认 ${PORT}，被占用时另选一个 (the port)
  --open          准备好以后在浏览器中打开 (open the browser)
  --page          不用编辑器，在浏览器中打开单个网页 dist/zfxxgk.html (the page that needs no editor)
  --vsix <文件>   用现成的扩展包，不重新打包 (take a package as it is)
  --help          显示帮助 (this help)
`;

/**
 * @typedef {object} StartOptions
 * @property {boolean} help
 * @property {boolean} open
 * @property {boolean} page open the page instead of an editor
 * @property {number | undefined} port undefined: any, if possible the usual one
 * @property {string | undefined} vsix
 * @property {string | undefined} folder as it was typed
 */

const OPTIONS = /** @type {const} */ ({
  help: { type: 'boolean', short: 'h', default: false },
  open: { type: 'boolean', default: false },
  page: { type: 'boolean', default: false },
  port: { type: 'string' },
  vsix: { type: 'string' },
});

/**
 * @param {readonly string[]} argv
 * @returns {{ options: StartOptions } | { wrong: string }} `wrong` says what cannot be understood
 */
export function readOptions(argv) {
  let parsed;
  try {
    parsed = parseArgs({ args: [...argv], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    const { message, code } = /** @type {Error & { code?: string }} */ (error);
    const [, name = ''] = /'(-[^' ]*)/.exec(message) ?? [];
    return {
      wrong:
        code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
          ? `没有选项 ${name}（unknown option）`
          : `选项 ${name} 用法不对（wrong use）`,
    };
  }
  const { values, positionals } = parsed;
  if (positionals.length > 1) return { wrong: `一次只能打开一个文件夹（only one folder）：${positionals.join(' ')}` };
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536)) {
    return { wrong: `端口应为 1 至 65535 的整数（a port is a whole number from 1 to 65535）：${values.port}` };
  }
  const { help, open, page, vsix } = values;
  if (page && (positionals.length > 0 || port !== undefined || vsix !== undefined))
    return { wrong: '--page 只打开网页，不带文件夹和其他选项（--page takes nothing beside it）' };
  return { options: { help, open, page, port, vsix, folder: positionals[0] } };
}

/**
 * The folder that was meant: npm runs its scripts in the folder of package.json, not where somebody typed.
 * @param {string} path
 * @param {string} typedIn
 * @param {Pick<import('node:path').PlatformPath, 'resolve'>} paths
 */
export function folderMeant(path, typedIn, paths) {
  return paths.resolve(typedIn, path);
}

/**
 * The language of the system: Chinese, unless it is set to some other language; C and POSIX are none.
 * @param {Readonly<Record<string, string | undefined>>} env
 */
export function languageOf(env) {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^(?!zh)[a-z]{2,3}(?:[_.-]|$)/.test(locale) ? 'en' : 'zh-cn';
}
