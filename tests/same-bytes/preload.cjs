// Other circumstances for a process of Node and all that it starts: NODE_OPTIONS=--require=…/preload.cjs
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

const { SAME_CLOCK: clock, SAME_ORDER: order } = process.env;

if (clock !== undefined) {
  const shift = Date.parse(clock) - Date.now();
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...args) {
      super(...(args.length === 0 ? [Real.now() + shift] : args));
    }
    static now() {
      return Real.now() + shift;
    }
  };
}

if (order !== undefined) {
  let state = Number(order);
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const shuffle = (names) => {
    if (!Array.isArray(names)) return names;
    for (let at = names.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1));
      [names[at], names[other]] = [names[other], names[at]];
    }
    return names;
  };
  const { readdirSync } = fs;
  const { readdir } = fs.promises;
  fs.readdirSync = (...args) => shuffle(readdirSync(...args));
  fs.promises.readdir = async (...args) => shuffle(await readdir(...args));
  syncBuiltinESMExports();
}
