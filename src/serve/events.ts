import type { ServerResponse } from 'node:http';

/** Tells open pages what happens. */
export interface EventStream {
  listen(response: ServerResponse): void;
  send(name: string): void;
  close(): void;
}

/** Pages that stand open in tabs that nobody looks at do not listen; more than these are others. */
const MOST = 256;

export function openEvents(): EventStream {
  const listeners = new Set<ServerResponse>();
  return {
    listen(response) {
      if (listeners.size >= MOST) {
        response.writeHead(503).end();
        return;
      }
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write('retry: 500\n\n');
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
