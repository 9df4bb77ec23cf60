import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type FSWatcher, watch as watchFiles } from 'chokidar';
import { ReportIndex } from '../digest/report-index.ts';
import { CONFIG_NAME } from '../project/discovery.ts';
import type { CheckOptions } from './check-arguments.ts';
import { sourceOptions } from './check-command.ts';
import { type CheckSourceOptions, checkSource } from './check-source.ts';
import { remark, sayIn } from './locale.ts';
import { noticeText } from './notices.ts';
import { printerOf } from './printers.ts';
import { inProjects } from './projects.ts';
import type { Checked, ExitCode, Input, Result, Source } from './result.ts';
import { findSources } from './sources.ts';
import { type Circumstances, write } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { differs, othersOf } from './year-before.ts';

/** Milliseconds: what is saved together is checked together, and a file that is being written is read whole. */
const PAUSE = 150;

/** `zfxxgk check --watch`: checks everything, and then what changes, until it is told to stop. */
export async function watch(options: CheckOptions, io: Circumstances): Promise<ExitCode> {
  if (options.paths.includes('-') || options.output !== undefined || options.baseline !== undefined) {
    throw new UsageError({
      zh: '--watch 不能与标准输入、--output、--baseline 一起使用',
      en: '--watch goes with neither standard input, --output nor --baseline',
    });
  }
  const session = newSession(options, io);
  const changes = watchPlaces(options.paths);
  try {
    await session.check(undefined);
    for await (const changed of changes.until(io.signal)) await session.check(changed);
  } finally {
    await changes.close();
  }
  await write(io.stderr, `\n${remark(sayIn(io.locale)('已停止', 'stopped'), io.locale)}`);
  return 0;
}

/** What is known from check to check: the digests, by which a change bears on the report of the year after. */
function newSession(options: CheckOptions, io: Circumstances) {
  const how: CheckSourceOptions = { ...sourceOptions(options, 2), fix: false };
  const index = new ReportIndex();
  let known = new Set<string>();

  /** @param changed the addresses of files that were changed; undefined at first, for all */
  async function check(changed: ReadonlySet<string> | undefined): Promise<void> {
    const inputs = await found(options, io);
    const sources = new Map(inputs.flatMap((input) => ('kind' in input ? [] : [[input.uri, input] as const])));
    const isNew = (uri: string) => changed === undefined || changed.has(uri) || !known.has(uri);
    const settings = changed !== undefined && [...changed].some((uri) => uri.endsWith(`/${CONFIG_NAME}`));
    const touched = new Set<string>([...sources.keys()].filter((uri) => settings || isNew(uri)));
    for (const uri of known)
      if (!sources.has(uri)) for (const each of index.set({ uri, name: uri }, undefined)) touched.add(each);
    const before = known;
    known = new Set(sources.keys());
    if (touched.size === 0 && before.size === known.size && changed !== undefined) return;
    const first = await readAll(
      [...touched].flatMap((uri) => sources.get(uri) ?? []),
      touched,
    );
    const results = inputs.filter((input) => ('kind' in input ? changed === undefined : touched.has(input.uri)));
    await print(results, first, changed === undefined);
  }

  /** Reads files and notes their digests; reports on the year after join those that are to be checked. */
  async function readAll(sources: readonly Source[], touched: Set<string>): Promise<Map<string, Result>> {
    const results = new Map<string, Result>();
    for (const source of sources) {
      const { result } = await checkSource(source, how, io.stdin);
      results.set(source.uri, result);
      const digest = result.kind === 'report' ? result.digest : undefined;
      for (const uri of index.set({ uri: source.uri, name: source.path }, digest)) touched.add(uri);
    }
    return results;
  }

  async function print(inputs: readonly Input[], first: ReadonlyMap<string, Result>, isFirst: boolean): Promise<void> {
    const shown = await printerOf(options);
    if (!isFirst)
      await write(
        io.stdout,
        `\n${sayIn(options.locale)('重新检查', 'checked again')} ${new Date().toLocaleTimeString('en-GB')}\n`,
      );
    await shown(results(inputs, first), io.stdout, io, options);
  }

  async function* results(inputs: readonly Input[], first: ReadonlyMap<string, Result>): AsyncGenerator<Result> {
    for (const input of inputs) {
      const result = 'kind' in input ? input : await withOthers(input, first.get(input.uri));
      const notice = noticeText(result, io.locale, options.verbose);
      if (notice) await write(io.stderr, remark(notice, io.locale));
      yield result;
    }
  }

  async function withOthers(source: Source, first: Result | undefined): Promise<Result> {
    const digest = index.get(source.uri);
    const others = digest && othersOf(source, digest, index);
    const compared = others && differs(source, digest, others);
    if (first && !compared) return first;
    const outcome = await checkSource(compared ? { ...source, others } : source, how, io.stdin);
    return outcome.result as Checked;
  }

  return { check };
}

async function found(options: CheckOptions, { stderr, locale }: Circumstances): Promise<readonly Input[]> {
  const complain = (message: string) => write(stderr, remark(message, locale));
  return inProjects(await findSources(options), options, { locale, complain });
}

interface Changes {
  /** The addresses of the files that were changed, those of one pause together. */
  readonly until: (signal: AbortSignal | undefined) => AsyncGenerator<ReadonlySet<string>>;
  readonly close: () => Promise<void>;
}

/** A pattern is watched from the folder above all that it matches; a file together with the settings beside it. */
function watchPlaces(paths: readonly string[]): Changes {
  const wanted = paths.filter((path) => !path.startsWith('!'));
  const places = wanted.map((path) => path.replace(/[^/\\]*[*?[{(].*$/s, '') || '.');
  const settings = wanted.map((path) => `${dirname(path)}/${CONFIG_NAME}`);
  const watcher: FSWatcher = watchFiles([...places, ...settings], {
    ignoreInitial: true,
    ignored: (path) => /(?:^|[/\\])(?:node_modules|\.git)(?:$|[/\\])/.test(path),
  });
  let changed = new Set<string>();
  let wake = () => {};
  watcher.on('all', (_, path) => {
    changed.add(pathToFileURL(path).href);
    setTimeout(() => wake(), PAUSE);
  });
  watcher.on('error', () => {});
  return {
    until: async function* (signal) {
      signal?.addEventListener('abort', () => wake());
      while (!signal?.aborted) {
        if (changed.size === 0) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
        const taken = changed;
        changed = new Set();
        if (taken.size > 0 && !signal?.aborted) yield taken;
      }
    },
    close: () => watcher.close(),
  };
}
