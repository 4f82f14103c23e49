import { startPreview } from '../../../support/preview-process';

/** A test run in the middle of its work: it starts a preview, tells where, and waits to be killed. */
void startPreview().then(({ automatorUrl }) => process.send?.(automatorUrl));
