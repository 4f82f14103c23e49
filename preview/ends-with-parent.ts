import { onEnd } from './ending';

onEnd(() => process.exit(0));
