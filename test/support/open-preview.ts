/** Where the parts of a preview listen. */
export interface Addresses {
  readonly previewUrl: string;
  readonly automatorUrl: string;
  readonly sandboxUrl: string;
}

/** A headless preview. */
export interface OpenPreview extends Addresses {
  /** Ends the preview and its browser. */
  stop(): Promise<void>;
}

/** The process of previews.setup.ts that belongs to this worker. */
const address = (): string => {
  const all = (process.env['PREVIEWS'] ?? '').split(' ');
  return all[(Number(process.env['JEST_WORKER_ID']) - 1) % all.length] ?? '';
};

const send = async (method: string, body: unknown): Promise<unknown> => {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(address(), { method, headers, body: JSON.stringify(body) });
  const result = (await answer.json()) as { message?: string };
  if (!answer.ok) throw new Error(result.message);
  return result;
};

/**
 * Starts sandbox, preview and headless browser in a process that has loaded their modules for an earlier test: that
 * takes a third of the time of a process of its own, which `startPreview` starts.
 *
 * @param options - command-line options of preview/cli.ts
 */
export const openPreview = async (options: readonly string[] = []): Promise<OpenPreview> => {
  const addresses = (await send('POST', ['--headless', '--port', '0', ...options])) as Addresses;
  return { ...addresses, stop: async () => void (await send('DELETE', addresses)) };
};
