import { existsSync } from 'node:fs';
import { findChromium } from '../../src/chromium/index.ts';

/** The browser of the tests that look at pages; `npm test` sees to it that there is one. */
export const browser = findChromium(process.env.DECANT_CHROMIUM || undefined) ?? '/usr/bin/chromium';

/** Where it is missing, `npm run test:unit` leaves those tests out. */
export const hasBrowser = existsSync(browser);
