import { startPreview } from '../../../support/preview-process';

/** Imitates a test run: starts a preview, sends its address and waits until it is killed. */
void startPreview().then(({ automatorUrl }) => process.send?.(automatorUrl));
