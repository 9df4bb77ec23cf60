// Whether a port is free, and which one to take.
import { createServer } from 'node:net';

/**
 * @param {number} port
 * @returns {Promise<boolean>} whether nobody listens there, and we may
 */
export function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
