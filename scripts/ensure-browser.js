import { accessSync, constants } from 'node:fs';
import { read, run, SetupError } from './run.js';

/** Packages with a browser, each with its program. That without windows starts in half the time; not every Debian has it. */
const BROWSERS = [
  ['chromium-headless-shell', '/usr/bin/chromium-headless-shell'],
  ['chromium', '/usr/bin/chromium'],
];
const FONTS = ['fonts-dejavu-core', 'fonts-noto-cjk', 'fonts-noto-color-emoji'];

/**
 * Sees to it that the visual tests have a browser and their fonts: those of Debian, so that letters look the same
 * everywhere. `DECANT_CHROMIUM` names another browser, which then has to bring its own fonts.
 */
export function ensureBrowser() {
  const own = process.env.DECANT_CHROMIUM;
  if (own) {
    if (!isExecutable(own)) throw new SetupError(`DECANT_CHROMIUM names '${own}', which is not a program.`);
    return;
  }
  const fonts = listMissingFonts();
  if (fonts === undefined) {
    if (!hasBrowser()) throw new SetupError(explain('This system has no Debian packages.'));
    return;
  }
  if (fonts.length > 0 || !hasBrowser()) install(fonts);
}

function hasBrowser() {
  return BROWSERS.some(([, program]) => isExecutable(program));
}

/** Undefined where there is no dpkg to ask. */
function listMissingFonts() {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a format of dpkg-query
  const answer = read('dpkg-query', ['-W', '-f', '${db:Status-Status} ${Package}\n', ...FONTS]);
  if (answer === undefined) return undefined;
  const lines = new Set(answer.split('\n'));
  return FONTS.filter((name) => !lines.has(`installed ${name}`));
}

function install(fonts) {
  const prefix = findRootPrefix();
  if (prefix === undefined) throw new SetupError(explain('Only root may install packages.'));
  const [command, ...args] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-y'];
  // A failing update may be one dead mirror of many; the installation says whether it matters.
  run(command, [...args, 'update']);
  const choices = hasBrowser() ? [[]] : BROWSERS.map(([name]) => [name]);
  const isInstalled = choices.some((browser) => {
    const names = [...browser, ...fonts];
    console.error(`Installing ${names.join(', ')}…`);
    return run(command, [...args, 'install', '--no-install-recommends', ...names]);
  });
  if (!isInstalled || !hasBrowser()) throw new SetupError(explain('apt-get could not install them.'));
}

/** What to put before a command so that it runs as root without asking; undefined if there is no way. */
function findRootPrefix() {
  if (process.getuid?.() === 0) return [];
  return read('sudo', ['-n', 'echo', 'yes']) === 'yes\n' ? ['sudo', '-n'] : undefined;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function explain(reason) {
  return [
    `The visual tests need a browser and fonts. ${reason}`,
    `  On Debian:  apt-get install --no-install-recommends ${[BROWSERS[0][0], ...FONTS].join(' ')}`,
    '  Elsewhere:  DECANT_CHROMIUM=/path/to/chromium npm test',
    '  Without:    npm run test:unit',
  ].join('\n');
}
