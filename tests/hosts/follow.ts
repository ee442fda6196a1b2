/** What came of asking for an address. */
export interface Arrival {
  readonly from: string;
  /** Redirects that were followed, with their status and where they lead, within the host. */
  readonly steps: readonly string[];
  readonly status: number;
  /** Where the last answer stands, within the host. */
  readonly at: string;
  /** The last answer sends the reader on by a script or a refresh. */
  readonly isStub: boolean;
}

const MOST_STEPS = 6;

/** Asks for an address as a browser does, and follows what the host answers. */
async function follow(origin: string, from: string): Promise<Arrival> {
  const steps: string[] = [];
  let at = from;
  for (;;) {
    const response = await fetch(`${origin}${at}`, { redirect: 'manual' });
    const location = response.headers.get('location');
    const text = await response.text();
    if (location === null || response.status < 300 || response.status >= 400 || steps.length === MOST_STEPS) {
      return { from, steps, status: response.status, at, isStub: text.includes('http-equiv="refresh"') };
    }
    const next = new URL(Buffer.from(location, 'latin1').toString('utf8'), `${origin}${at}`);
    at = `${next.pathname}${next.search}`;
    steps.push(`${response.status} ${at}`);
  }
}

/** Asks for many, a few at a time, so that a small server keeps up. */
export async function followAll(origin: string, addresses: readonly string[]): Promise<readonly Arrival[]> {
  const arrivals: Arrival[] = [];
  for (let at = 0; at < addresses.length; at += 8) {
    arrivals.push(...(await Promise.all(addresses.slice(at, at + 8).map((each) => follow(origin, each)))));
  }
  return arrivals;
}
