/**
 * Makes this checkout ready: `node scripts/setup.js deps` installs the packages of package-lock.json,
 * `node scripts/setup.js browser` the browser and fonts of the visual tests. Needs nothing but Node.js, says nothing
 * and takes no time when all is there. Whatever it has to say goes to stderr: stdout belongs to the command after it.
 * Several steps run side by side, for each mostly waits for what it downloads.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
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

/** Resolves to whether the step was done; it says itself why not. */
function setUpBeside(name) {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), name], { stdio: 'inherit' });
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

const names = process.argv.slice(2);
try {
  if (names.length > 1) {
    const done = await Promise.all(names.map(setUpBeside));
    if (done.includes(false)) process.exitCode = 1;
  } else for (const name of names) setUp(name);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
