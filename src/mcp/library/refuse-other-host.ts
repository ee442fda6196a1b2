import { UsageError } from '../../usage-error.ts';

/** Sites are previewed on the machine of whoever asks. */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** @throws UsageError for an address with the host of another site */
export function refuseOtherHost(address: string, baseUrl: string): void {
  const written = address.trim();
  if (!/^(?:https?:)?\/\//i.test(written) || !URL.canParse(written, baseUrl)) return;
  const { host, hostname } = new URL(written, baseUrl);
  if (host === new URL(baseUrl).host || LOOPBACK.has(hostname)) return;
  throw new UsageError(
    `'${written}' is an address on '${host}', but the addresses of this site begin with ${baseUrl}. A path names a page too: 'packages/quickstart'.`,
  );
}
