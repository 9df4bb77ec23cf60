import { lint } from 'markdownlint/sync';
import { filesIn } from './files.cjs';

for (const { path, text } of filesIn(process.argv[2])) lint({ strings: { [path]: text } });
