import { existsSync } from 'node:fs';

/** The browser of the tests that look at pages; `npm test` sees to it that there is one. */
export const browser = process.env.DECANT_CHROMIUM || '/usr/bin/chromium';

/** Where it is missing, `npm run test:unit` leaves those tests out. */
export const hasBrowser = existsSync(browser);
