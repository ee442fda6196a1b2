/**
 * `node scripts/run-all.js NAME NAME…`: runs these npm scripts, one after another, also after one has failed, so that a
 * misplaced comma does not hide what the tests have to say. Fails if any of them failed.
 */
import { spawnSync } from 'node:child_process';

const failed = process.argv.slice(2).filter((name) => !runScript(name));
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}

function runScript(name) {
  const npm = process.env.npm_execpath;
  const command = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm'];
  const [program, ...args] = [...command, 'run', '--silent', name];
  console.log(`> ${name}`);
  return spawnSync(program, args, { stdio: 'inherit' }).status === 0;
}
