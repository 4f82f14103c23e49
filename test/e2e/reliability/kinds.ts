import type { Stage } from '../support/stage';
import { detailKind } from './detail-kind';
import type { Kind } from './kind';
import { listKinds } from './list-kinds';
import { recheckKind } from './recheck-kind';

/** The kinds of docs/reliability.md, in its order. */
export const kindsOn = (stage: Stage): readonly Kind[] => [
  ...listKinds(stage),
  detailKind(stage),
  recheckKind(stage),
];
