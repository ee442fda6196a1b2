import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { repository, runProgram } from '../build/run-decant.ts';
import { createPackageFolder } from './package-folder.ts';

/** A program of docs/content/reference/api.md and what it prints; `title` is the heading it stands under. */
interface Example {
  readonly title: string;
  readonly program: string;
  readonly output: string;
}

const examples = readExamples(readFileSync(join(repository, 'docs/content/reference/api.md'), 'utf8'));

function readExamples(markdown: string): readonly Example[] {
  return markdown.split(/^## /m).flatMap((section) => {
    const [title = ''] = section.split('\n', 1);
    const blocks = section.matchAll(/^```js\n([\s\S]*?)^```\n\n```text\n([\s\S]*?)^```$/gm);
    return [...blocks].map(([, program = '', output = '']) => ({ title, program, output }));
  });
}

it('every program in the guide to the library is followed by what it prints', () => {
  const guide = readFileSync(join(repository, 'docs/content/reference/api.md'), 'utf8');
  expect(examples.length).toBeGreaterThan(5);
  expect(guide.match(/^```js$/gm)).toHaveLength(examples.length);
});

it.each(examples)('the example of "$title" prints what the guide says', async ({ program, output }) => {
  const folder = createPackageFolder('versions');
  writeFileSync(join(folder, 'example.mjs'), program);
  const outcome = await runProgram(process.execPath, ['example.mjs'], folder);
  expect(outcome).toEqual({ status: 0, stdout: output, stderr: '' });
});
