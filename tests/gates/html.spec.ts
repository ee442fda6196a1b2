import { expect, test } from '@playwright/test';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { listHtml } from './site-files.ts';

/**
 * What the HTML standard asks of a document. Rules of style are left out, and so is one that knows fewer attributes than
 * the standard.
 */
const loader = new StaticConfigLoader({ root: true, extends: ['html-validate:standard'], rules: {} });
const config = loader.getConfigFor('');
// All files have one configuration. The library reads it again for each, which takes twice as long as the files do.
loader.getConfigFor = () => config;
const validator = new HtmlValidate(loader);

const files = listHtml();

test('there is something to validate', () => {
  expect(files.length).toBeGreaterThan(300);
});

test('every file of the site is valid HTML', () => {
  const problems = files.flatMap(({ path, text }) => {
    const { results } = validator.validateStringSync(text);
    return results.flatMap(({ messages }) =>
      messages.map(({ line, column, ruleId, message }) => `${path}:${line}:${column} ${ruleId}: ${message}`),
    );
  });
  expect(problems.slice(0, 20)).toEqual([]);
});
