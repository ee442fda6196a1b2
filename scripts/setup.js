/**
 * Makes this checkout ready: `node scripts/setup.js deps` installs the packages of package-lock.json,
 * `node scripts/setup.js browser` the browser and fonts of the visual tests. Needs nothing but Node.js, says nothing
 * and takes no time when all is there. Whatever it has to say goes to stderr: stdout belongs to the command after it.
 */
import { ensureBrowser } from './ensure-browser.js';
import { ensureDeps } from './ensure-deps.js';
import { SetupError } from './run.js';

const OLDEST_NODE = 20;
const steps = { deps: ensureDeps, browser: ensureBrowser };

function setUp(name) {
  const step = steps[name];
  if (step === undefined)
    throw new SetupError(`Usage: node scripts/setup.js ${Object.keys(steps).join('|')}`);
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    throw new SetupError(`Node.js ${OLDEST_NODE} or newer is needed; this is ${process.versions.node}.`);
  }
  step();
}

try {
  for (const name of process.argv.slice(2)) setUp(name);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
