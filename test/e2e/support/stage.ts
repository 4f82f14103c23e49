import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import automator from 'miniprogram-automator';
import type { Conditions } from '../../../preview/conditions';
import { openPreview, type OpenPreview } from '../../support/open-preview';
import { sandboxControl, type SandboxControl } from '../../../sandbox/control-client';

type MiniProgram = Awaited<ReturnType<typeof automator.connect>>;

/** A method that the client's types omit. */
interface Client {
  send(method: string, params: object): Promise<unknown>;
}

interface SetDataMeasured {
  byComponent: Record<string, { calls: number }>;
}

/** Everything a scenario uses; `useStage` fills it before the first scenario of a file. */
export interface Stage {
  miniProgram: MiniProgram;
  sandbox: SandboxControl;
  /** Changes conditions of the phone, such as text size and network. Only the preview supports it. */
  setConditions(changes: Partial<Conditions>): Promise<void>;
  /** Number of setData calls by component. Only the preview supports it. */
  setDataCount(): Promise<Record<string, number>>;
  /** Console messages and exceptions since the start of the scenario. */
  console: string[];
  /** Takes the warnings and errors so far as expected. @returns Them. */
  expectConsole(): string[];
}

const OUTPUT = path.join(__dirname, '../../../test-output');

/** The fixed clock of sandbox and mini program: a Monday afternoon in Beijing. */
export const NOW = '2026-11-23T16:00:00+08:00';

/** The first start unpacks the browser, which takes most of this time. */
const START_MS = 120_000;
const SCENARIO_MS = 120_000;

const listen = (stage: Stage): void => {
  stage.miniProgram.on('console', ({ type, args }: { type: string; args: unknown[] }) =>
    stage.console.push(`${type}: ${args.join(' ')}`),
  );
  stage.miniProgram.on('exception', (exception: unknown) =>
    stage.console.push(`exception: ${JSON.stringify(exception)}`),
  );
};

const isComplaint = (line: string): boolean => /^(warn|error|exception)/.test(line);

/** Saves the console and a screenshot. */
const saveFailureOutput = async (name: string, stage: Stage): Promise<void> => {
  await mkdir(OUTPUT, { recursive: true });
  const file = path.join(OUTPUT, name.replace(/[^\w]+/g, '-'));
  await writeFile(`${file}.log`, stage.console.join('\n'));
  await stage.miniProgram.screenshot({ path: `${file}.png` });
};

/**
 * Starts the preview for the scenarios of one file and stops it after them.
 *
 * With AUTOMATOR_WS it uses the tool at that URL and the sandbox at SANDBOX_URL instead.
 *
 * @param options - Further command-line options of preview/cli.ts.
 */
export const useStage = (options: readonly string[] = []): Stage => {
  const messages: string[] = [];
  const stage = {
    console: messages,
    expectConsole() {
      const complaints = messages.filter(isComplaint);
      messages.length = 0;
      return complaints;
    },
  } as unknown as Stage;
  let preview: OpenPreview | null = null;

  beforeAll(async () => {
    let { AUTOMATOR_WS: automatorUrl, SANDBOX_URL: sandboxUrl } = process.env;
    if (!automatorUrl) {
      preview = await openPreview(['--clock', NOW, ...options]);
      ({ automatorUrl, sandboxUrl } = preview);
    }
    stage.sandbox = sandboxControl(sandboxUrl ?? 'http://127.0.0.1:5180');
    stage.miniProgram = await automator.connect({ wsEndpoint: automatorUrl });
    stage.setConditions = async (changes) => {
      await (stage.miniProgram as unknown as Client).send('Preview.setConditions', changes);
    };
    stage.setDataCount = async () => {
      const client = stage.miniProgram as unknown as Client;
      const { byComponent } = (await client.send('Preview.getSetDataCount', {})) as SetDataMeasured;
      return Object.fromEntries(
        Object.entries(byComponent).map(([component, { calls }]) => [component, calls]),
      );
    };
    listen(stage);
  }, START_MS);

  afterAll(async () => {
    stage.miniProgram?.disconnect();
    await preview?.stop();
  });
  return stage;
};

/**
 * Defines a test of the user interface.
 *
 * It also fails after a console warning or error that it does not expect, and after an exception. A failure saves a screenshot and the console in test-output/.
 */
export const scenario = (
  name: string,
  stage: Stage,
  run: () => Promise<void>,
  atMostMs = SCENARIO_MS,
): void => {
  test(
    name,
    async () => {
      stage.console.length = 0;
      try {
        await run();
        expect(stage.expectConsole()).toEqual([]);
      } catch (error) {
        await saveFailureOutput(name, stage);
        throw error;
      }
    },
    atMostMs,
  );
};
