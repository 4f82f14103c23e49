#!/usr/bin/env node
import { readOptions, usage, UsageError } from './cli-options';
import { controlPrefix } from './control/control';
import { type SandboxOptions, startSandbox } from './server';
import { defaultSettings } from './settings';

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

async function run(options: SandboxOptions): Promise<void> {
  const sandbox = await startSandbox(options);
  const { count = defaultSettings.count } = options;
  console.log(`Sandbox order API: ${sandbox.url} (user 1 has ${count} orders)`);
  if (options.control === true) console.log(`Control API: ${sandbox.url}${controlPrefix}/`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void sandbox.close());
  }
}

function fail(message: string, exitCode: number): void {
  console.error(message);
  process.exitCode = exitCode;
}

async function main(args: string[]): Promise<void> {
  try {
    const options = readOptions(args);
    if (options === null) console.log(usage);
    else
      await run(options).catch((error: unknown) => {
        if (!isPortTaken(error)) throw error;
        fail(`Port ${options.port} is taken by another program; choose another with --port.`, 1);
      });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    fail(`${error.message}\n\n${usage}`, 2);
  }
}

void main(process.argv.slice(2));
