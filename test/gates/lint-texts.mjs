// Lints texts as if they stood in given files: [[file, source], …] on standard input, the names of the
// rules that complain on standard output. A process of its own because jest cannot load ESLint's config.
import { ESLint } from 'eslint';

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const eslint = new ESLint({
  // Where CI is set, typescript-eslint otherwise reads the file on disk in place of the text it is given.
  overrideConfig: {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { disallowAutomaticSingleRunInference: true } },
  },
});
const answers = [];
for (const [filePath, source] of JSON.parse(Buffer.concat(chunks).toString('utf8'))) {
  const [result] = await eslint.lintText(source, { filePath });
  answers.push(result.messages.map(({ ruleId }) => ruleId));
}
process.stdout.write(JSON.stringify(answers));
