import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes a site so many times as large: every product (a folder right below `content/`) gets copies with names of their
 * own. Links, children and redirects lead from a copy to the same copy, and each article says which one it is, so that
 * neither pages nor texts are equal to others. `data/` stays as it is.
 */
export function growRoot(root: string, times: number): void {
  for (const content of listContentFolders(root)) growContent(content, times);
}

/** That of the source language, and those of translations. */
function listContentFolders(root: string): readonly string[] {
  const translations = listFolders(join(root, 'translations'));
  const folders = [root, ...translations.map((name) => join(root, 'translations', name))];
  return folders
    .filter((folder) => listFolders(folder).includes('content'))
    .map((dir) => join(dir, 'content'));
}

function growContent(content: string, times: number): void {
  const products = listFolders(content);
  for (let copy = 2; copy <= times; copy += 1) {
    for (const product of products) {
      const target = join(content, formatCopy(product, copy));
      cpSync(join(content, product), target, { recursive: true });
      for (const file of listArticles(target))
        writeFileSync(file, rewriteArticle(readFileSync(file, 'utf8'), products, copy));
    }
  }
  const home = join(content, 'index.md');
  writeFileSync(home, addChildren(readFileSync(home, 'utf8'), products, times));
}

/** Addresses of products become those of the copy; old addresses outside of them get a folder of their own. */
export function rewriteArticle(text: string, products: readonly string[], copy: number): string {
  const address = new RegExp(`(?<![\\w/.-])/(${products.join('|')})(?![\\w.-])`, 'g');
  const renamed = text.replace(address, (_, product: string) => `/${formatCopy(product, copy)}`);
  return `${renamed.replace(OLD_ADDRESSES, (list) => moveAddresses(list, copy)).trimEnd()}\n\nCopy ${copy}.\n`;
}

/** A `redirect_from` with one address, or with a list of one entry a line. */
const OLD_ADDRESSES = /^redirect_from:(?:[ \t]+\S.*|[ \t]*\r?\n(?:[ \t]*- .*(?:\r?\n|$))+)/m;

function moveAddresses(list: string, copy: number): string {
  return list.replace(
    /^((?:[ \t]*-|redirect_from:)[ \t]+['"]?)\/(?!\S*-copy-)/gm,
    `$1/${formatCopy('old', copy)}/`,
  );
}

function addChildren(home: string, products: readonly string[], times: number): string {
  return home.replace(/^([ \t]*- ['"]?)\/?([\w-]+)(['"]?[ \t]*)$/gm, (line, before, name, after) => {
    if (!products.includes(name)) return line;
    const copies = Array.from({ length: times - 1 }, (_, at) => formatCopy(name, at + 2));
    return [line, ...copies.map((each) => `${before}${line.includes('/') ? '/' : ''}${each}${after}`)].join(
      '\n',
    );
  });
}

function formatCopy(product: string, copy: number): string {
  return `${product}-copy-${copy}`;
}

function listArticles(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.md')).map((name) => join(folder, name));
}

function listFolders(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}
