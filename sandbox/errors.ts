import type { FastifyError, FastifyInstance, FastifySchemaValidationError } from 'fastify';
import type { JsonObject } from './json';

/** A refusal: becomes an answer with this status and Hydrogen's error body. */
export class Refusal extends Error {
  constructor(
    readonly statusCode: number,
    message: string,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

/** Hydrogen's error body, as its document on error codes shows it. */
export function errorBody(message: string): JsonObject {
  return { status: 'error', error_msg: message };
}

/** What Ajv adds to an error when it is `verbose`. */
type VerboseError = FastifySchemaValidationError & {
  data?: unknown;
  parentSchema?: { description?: string };
};

/** Says which parameter is wrong, what it should be and what it was. */
export function describeInvalid(errors: FastifySchemaValidationError[], where: string): Error {
  const error = errors[0] as VerboseError | undefined;
  const path = error?.instancePath.slice(1).replaceAll('/', '.') ?? '';
  const subject = path === '' ? where : `${where} "${path}"`;
  const rule = error?.parentSchema?.description;
  const wanted = rule === undefined || path === '' ? error?.message : `must be ${rule}`;
  const unknown = error?.params['additionalProperty'];
  const got =
    typeof unknown === 'string'
      ? `: "${unknown}"`
      : path === ''
        ? ''
        : `, got ${JSON.stringify(error?.data)}`;
  return new Error(`参数错误: ${subject} ${wanted}${got}`);
}

/** Makes every refusal, known or not, an answer with an error body. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, _request, reply) =>
    reply.code(error.statusCode ?? 500).send(errorBody(error.message)),
  );
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send(errorBody(`not found: ${request.method} ${request.url}`)),
  );
}
