/** A JSON-RPC message as it travels: a request has both, a notification a method only, an answer an id only. */
export interface Message {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** The bytes of a message: the length of the body in bytes, an empty line, the body. */
export function frame(body: string): Buffer {
  return Buffer.from(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

/** Takes a stream apart; the function that it returns wants the bytes as they arrive, cut anywhere. */
export function unframe(receive: (message: Message) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = rest.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = /^content-length: *(\d+)/im.exec(rest.toString('ascii', 0, head));
      if (!length) throw new Error(`a header without a length: ${rest.toString('utf8', 0, head)}`);
      const start = head + 4;
      const end = start + Number(length[1]);
      if (rest.length < end) return;
      const body = rest.toString('utf8', start, end);
      rest = rest.subarray(end);
      receive(JSON.parse(body) as Message);
    }
  };
}
