import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';

/** Files of a mini program that its pages show, by their ending. */
const TYPES: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
};

/** Serves the images of the mini program below files/. */
export const serveFiles = (pages: FastifyInstance, dist: string): void => {
  pages.get<{ Params: { '*': string } }>('/files/*', async (request, reply) => {
    const file = path.join(dist, path.posix.join('/', request.params['*']));
    const type = TYPES[path.extname(file).toLowerCase()];
    const content = type && (await readFile(file).catch(() => undefined));
    return content ? reply.type(type).send(content) : reply.code(404).send();
  });
};
