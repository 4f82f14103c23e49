import type { FastifyError, FastifyInstance, FastifySchemaValidationError } from 'fastify';
import type { JsonObject } from './json';

/** An error that becomes a response with this status and Hydrogen's error body. */
export class HttpError extends Error {
  constructor(
    readonly statusCode: number,
    message: string,
  ) {
    super(message);
    this.name = 'HttpError';
  }
}

/** Hydrogen's error body, as in its documentation of error codes. */
export function errorBody(message: string): JsonObject {
  return { status: 'error', error_msg: message };
}

/** Fields that Ajv's `verbose` option adds to an error. */
type VerboseError = FastifySchemaValidationError & {
  data?: unknown;
  parentSchema?: { description?: string };
};

/** The rule as a schema describes it, or the allowed values. */
function ruleOf({ parentSchema, params }: VerboseError): string | undefined {
  const allowed = params['allowedValues'];
  if (parentSchema?.description !== undefined || !Array.isArray(allowed))
    return parentSchema?.description;
  return `one of ${allowed.map((value) => JSON.stringify(value)).join(', ')}`;
}

/** Describes a validation error: the parameter, the rule and the value. */
export function describeInvalid(errors: FastifySchemaValidationError[], where: string): Error {
  const error = errors[0] as VerboseError | undefined;
  const path = error?.instancePath.slice(1).replaceAll('/', '.') ?? '';
  const subject = path === '' ? where : `${where} "${path}"`;
  const rule = error && ruleOf(error);
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

/** Answers every error with an error body. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, _request, reply) =>
    reply.code(error.statusCode ?? 500).send(errorBody(error.message)),
  );
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send(errorBody(`not found: ${request.method} ${request.url}`)),
  );
}
