// Lints source texts as the content of files: reads [[file, source], …] from standard input and writes the names of
// the reporting rules to standard output. It is a separate process because jest cannot load ESLint's config.
import { ESLint } from 'eslint';

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const eslint = new ESLint({
  // With the CI variable set, typescript-eslint would otherwise read the file on disk instead of the given text.
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
