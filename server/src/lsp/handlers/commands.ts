import { explain } from '../../features/explain.ts';
import { printableLines } from '../../text/foreign.ts';
import type { Server } from '../context.ts';
import { statusOf } from '../status.ts';
import { answer } from './answer.ts';

/** The requests of the client's own commands on the report in the editor; other editors need none of them. */
export function handleCommands({ connection, client, store }: Server): void {
  // 检查当前文件: the text as it is counts, whatever `zfxxgk.validate.run` says; in mode onSave that is as good as saving.
  connection.onRequest(
    'zfxxgk/check',
    answer(store, (report) => {
      store.save(report.uri);
      return statusOf(report, client.locale);
    }),
  );
  // 显示读取结果
  connection.onRequest(
    'zfxxgk/explain',
    answer(store, ({ analysis }) => analysis && printableLines(explain(analysis, client.locale))),
  );
}
