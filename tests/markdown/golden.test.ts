import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { render, show } from './fill.ts';

const fixtures = new URL('./fixtures/', import.meta.url);
const names = readdirSync(fixtures)
  .filter((name) => name.endsWith('.md'))
  .sort();

describe('the HTML of', () => {
  test.each(names)('%s is as expected', async (name) => {
    const rendering = await render(readFileSync(new URL(name, fixtures), 'utf8'));
    await expect(`${show(rendering)}\n`).toMatchFileSnapshot(`./fixtures/${name.replace(/\.md$/, '.html')}`);
  });
});

/** Words of Readability 0.6, which makes the reader view of Firefox: a box that has one in its class goes with all that it holds. */
const FURNITURE =
  /-ad-|banner|breadcrumbs|combx|comment|community|cover-wrap|extra|footer|header|legends|menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor|supplemental|pagination|pager|popup/i;

test('reader views take no box of an article for furniture', () => {
  const files = readdirSync(fixtures).filter((name) => name.endsWith('.html'));
  const classes = files.flatMap((name) => {
    const html = readFileSync(new URL(name, fixtures), 'utf8').replace(/<pre\b.*?<\/pre>/gs, '');
    return [...html.matchAll(/ class="([^"]*)"/g)].map(([, names]) => names ?? '');
  });
  expect(classes.length).toBeGreaterThan(50);
  expect(classes.filter((names) => FURNITURE.test(names))).toEqual([]);
});

test('reader views keep a callout that is mostly links: they leave out a div of that kind', async () => {
  const html = show(await render('> [!NOTE]\n> See "[Installing a package](https://a.example/x)."\n'));
  expect(html).toMatch(/^<section class="callout callout-note" role="note">[\s\S]*<\/section>$/);
});
