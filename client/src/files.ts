import { type Disposable, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { DirectoryEntry, FileStat, ReadFileParams } from '../../server/src/lsp/browser/requests.ts';

/** Answers a server that has no file system of its own. What is not there, or not to be read, is null. */
export function answerForFiles(client: BaseLanguageClient): Disposable[] {
  const answer = <Params extends { readonly uri: string }>(
    method: string,
    work: (uri: Uri, params: Params) => Promise<object | null>,
  ) =>
    client.onRequest(method, async (params: Params): Promise<object | null> => {
      try {
        return await work(Uri.parse(params.uri, true), params);
      } catch {
        return null;
      }
    });
  return [
    answer('zfxxgk/stat', async (uri): Promise<FileStat | null> => {
      const { type, size, mtime } = await workspace.fs.stat(uri);
      return isFile(type) ? { size, mtime } : null;
    }),
    answer('zfxxgk/readFile', async (uri, { maxBytes }: ReadFileParams): Promise<Uint8Array | null> => {
      const { type, size } = await workspace.fs.stat(uri);
      return isFile(type) && size <= maxBytes ? workspace.fs.readFile(uri) : null;
    }),
    answer('zfxxgk/readDirectory', async (folder): Promise<DirectoryEntry[]> => {
      const entries = await workspace.fs.readDirectory(folder);
      return entries.flatMap(([name, type]) => {
        const kind = isFile(type) ? 'file' : type === FileType.Directory ? 'folder' : undefined;
        return kind ? [{ name, uri: client.code2ProtocolConverter.asUri(Uri.joinPath(folder, name)), kind }] : [];
      });
    }),
  ];
}

const isFile = (type: FileType) => (type & FileType.File) !== 0;
