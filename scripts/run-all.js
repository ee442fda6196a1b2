/**
 * `node scripts/run-all.js NAME NAME+NAME…`: runs these npm scripts one after another, those with a `+` between them side by side,
 * also after one has failed, so that a misplaced comma does not hide what the tests have to say. Fails if any of them failed.
 */
import { spawn } from 'node:child_process';

const failed = [];
for (const group of process.argv.slice(2)) {
  const names = group.split('+');
  const runs = names.map((name) => runScript(name, names.length > 1));
  for (const [at, run] of runs.entries()) if (!(await run)) failed.push(names[at]);
}
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}

/** What several say at once is printed when each is done. */
async function runScript(name, isBeside) {
  const npm = process.env.npm_execpath;
  const command = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm'];
  const [program, ...args] = [...command, 'run', '--silent', name];
  if (!isBeside) console.log(`> ${name}`);
  const child = spawn(program, args, { stdio: isBeside ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => said.push(data));
  const code = await new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', resolve);
  });
  if (isBeside) process.stdout.write(`> ${name}\n${Buffer.concat(said)}`);
  return code === 0;
}
