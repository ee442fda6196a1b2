import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The names, versions and licences of the packages that files belong to: who copies their code has to pass these on. */
export function formatLicenses(files) {
  const folders = new Set(
    files.flatMap((file) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file) ?? []),
  );
  const entries = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return `${name} ${version} (${license})\n\n${readLicense(folder)}`;
  });
  return `The Markdown renderer and the command line hold code of these packages.\n\n${entries.sort().join(`\n${'-'.repeat(72)}\n\n`)}`;
}

function readLicense(folder) {
  const names = readdirSync(folder).filter((name) => /^(?:licen[cs]e|copying|notice)\b/i.test(name));
  if (names.length === 0) throw new Error(`There is no licence in ${folder}.`);
  return names.map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')).join('\n');
}
