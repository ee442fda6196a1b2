#!/usr/bin/env node
/** `npm create decant docs` is `decant init docs`. */
const cli = new URL('cli.js', import.meta.resolve('decant'));
process.argv.splice(2, 0, 'init');
await import(cli.href);
