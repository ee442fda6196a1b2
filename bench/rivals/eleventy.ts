import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Rival } from './types.ts';
import { writePages } from './write-pages.ts';

/** Eleventy as it comes: markdown-it, a layout of five lines, no highlighting. */
export const eleventy: Rival = {
  name: 'Eleventy, bare',
  readVersion() {
    try {
      return JSON.parse(readFileSync(join(findPackage(), 'package.json'), 'utf8')).version;
    } catch {
      return undefined;
    }
  },
  prepare(site, folder) {
    const pages = writePages(site, join(folder, 'pages'), 'index.md');
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
    mkdirSync(join(folder, '_includes'));
    writeFileSync(join(folder, '_includes/layout.11ty.js'), LAYOUT);
    writeFileSync(join(folder, 'pages/pages.json'), '{ "layout": "layout.11ty.js" }\n');
    writeFileSync(join(folder, 'eleventy.config.js'), CONFIG);
    return pages;
  },
  createCommand: (folder, out) => ({
    line: [process.execPath, join(findPackage(), 'cmd.cjs'), '--quiet', '--output', out],
    cwd: folder,
  }),
};

const LAYOUT = `export const render = ({ title, content }) => \`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>\${title}</title></head>
<body><main><h1>\${title}</h1>\${content}</main></body></html>\`;
`;

const CONFIG = `export default (config) => {
  config.setUseGitIgnore(false);
  return { dir: { input: 'pages', includes: '../_includes' }, markdownTemplateEngine: false };
};
`;

function findPackage(): string {
  return join(dirname(fileURLToPath(import.meta.resolve('@11ty/eleventy'))), '..');
}
