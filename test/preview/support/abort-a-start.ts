import { ANY_PORTS, startStage } from '../../../preview/stage';
import { freePort, isListening } from './ports';

/** Aborts the start of a headless preview, and sends how it ended. */
const abort = async (dist: string) => {
  const controller = new AbortController();
  const preview = await freePort();
  const ports = { ...ANY_PORTS, preview };
  const options = { dist, ports, headless: true, signal: controller.signal };
  const starting = startStage(options).then(
    () => 'it started',
    (reason: Error) => reason.message,
  );
  controller.abort();
  const error = await starting;
  return { error, isListening: await isListening(`http://127.0.0.1:${preview}`) };
};

abort(process.argv[2] ?? '').then(
  (seen) => process.send?.(seen, undefined, undefined, () => process.exit(0)),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
