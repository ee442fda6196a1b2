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
