/**
 * `node scripts/run-all.js "COMMAND" "COMMAND"…`: runs all of them, one after another, also after one has failed, so
 * that a misplaced comma does not hide what the tests have to say. Fails if any of them failed.
 */
import { spawnSync } from 'node:child_process';

const failed = process.argv.slice(2).filter((command) => {
  console.log(`> ${command}`);
  return spawnSync(command, { shell: true, stdio: 'inherit' }).status !== 0;
});
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
