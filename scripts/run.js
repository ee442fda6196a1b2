import { spawnSync } from 'node:child_process';

/** Something the person at the keyboard has to change; its message is all they need to see. */
export class SetupError extends Error {}

/** Runs a command with its output on stderr; true if it succeeded, false if it failed or does not exist. */
export function run(command, args, env = {}) {
  const options = { stdio: ['ignore', 2, 2], env: { ...process.env, ...env } };
  return spawnSync(command, args, options).status === 0;
}

/** Runs npm. It tells its path to the scripts it runs; without it, npm is looked for as any command. */
export function runNpm(args) {
  const npm = process.env.npm_execpath;
  return npm?.endsWith('.js') ? run(process.execPath, [npm, ...args]) : run('npm', args);
}

/** What a command prints; undefined if it does not exist. A failing command's output counts too. */
export function read(command, args) {
  const { stdout, error } = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return error === undefined ? stdout : undefined;
}
