/**
 * One turn of the event loop, in Node and in a browser worker: what has come in on the connection is handled between
 * two turns. `setImmediate` is absent in a browser, microtasks let no message in, and a timeout of 0 takes a
 * millisecond. A single MessageChannel would do in a browser, but Node delivers up to a thousand messages that are
 * posted meanwhile without looking at anything else; handed from one channel to another, a message ends Node's round.
 */
const first = new MessageChannel();
const second = new MessageChannel();
const waiting: (() => void)[] = [];

listen(first.port1, () => second.port2.postMessage(null));
listen(second.port1, () => waiting.shift()?.());

function listen(port: typeof first.port1, receive: () => void): void {
  port.addEventListener('message', receive);
  port.start();
  // In Node a port that is listened to would keep the process alive.
  port.unref?.();
}

/** Calls back after one turn; callbacks come in the order in which they were asked for. */
export function afterTurn(callback: () => void): void {
  waiting.push(callback);
  first.port2.postMessage(null);
}

/** Resolves after one turn. */
export function nextTurn(): Promise<void> {
  return new Promise(afterTurn);
}
