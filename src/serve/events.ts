import type { ServerResponse } from 'node:http';

/** Tells open pages what happens. */
export interface EventStream {
  /** @param state the number of the state that is served now: a page of another one is late */
  listen(response: ServerResponse, state: number): void;
  send(name: string): void;
  close(): void;
}

/** Pages that stand open in tabs that nobody looks at do not listen; more than these are others. */
const MOST = 256;

export function openEvents(): EventStream {
  const listeners = new Set<ServerResponse>();
  return {
    listen(response, state) {
      if (listeners.size >= MOST) {
        response.writeHead(503).end();
        return;
      }
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(`retry: 500\nevent: hello\ndata: ${state}\n\n`);
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
    },
    send(name) {
      for (const listener of listeners) listener.write(`event: ${name}\ndata:\n\n`);
    },
    close() {
      for (const listener of listeners) listener.end();
    },
  };
}
