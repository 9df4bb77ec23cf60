import { Writable } from 'node:stream';

/**
 * Passes on what a connection writes, head and body of a message in one piece. The library writes them one after the
 * other: on a pipe that is two calls of the system, and the client is woken for a head without a body.
 */
export function inWholeMessages(output: NodeJS.WritableStream): Writable {
  let head = '';
  return new Writable({
    decodeStrings: false,
    write(chunk: string | Buffer, _encoding, done) {
      // Only heads are written as strings.
      if (typeof chunk === 'string') {
        head += chunk;
        return done();
      }
      const message = head === '' ? chunk : Buffer.concat([Buffer.from(head, 'ascii'), chunk]);
      head = '';
      output.write(message, done);
    },
  });
}
