import { describe, expect, it } from 'vitest';
import { dropRelease, simplifySite } from '../../src/codemod/index.ts';
import { fc } from '../property.ts';
import { openSource, page, SITE } from '../queries/open-source.ts';
import { applyTo, renderMarkdown } from './rewrite.ts';

const condition = fc.constantFrom(
  'cloud',
  'server',
  'managed',
  'not cloud',
  'server > 3.0',
  'server < 3.1',
  'server = 3.0',
  'server != 3.1',
  'cloud or server > 3.0',
  'managed or server < 3.1 and not cloud',
  'server > 3.1 or cloud',
  'plugs',
  'plugs or server > 3.0',
);
const words = fc.constantFrom(
  'One.',
  'Two words',
  '- item',
  '| a | b |',
  '## Heading',
  '日本語。',
  '```\ncode\n```',
  '> quote',
  '1. step',
  '',
);
const gap = fc.constantFrom('', ' ', '\n', '\n\n', '  ', '\n   ');
const dash = fc.constantFrom('', '', '-');

/** Text with tags in tags, in whatever white space. */
const { text } = fc.letrec<{ text: string; tag: string }>((tie) => ({
  text: fc
    .array(fc.tuple(fc.oneof({ depthSize: 'small', withCrossShrink: true }, words, tie('tag')), gap), {
      maxLength: 4,
    })
    .map((parts) => parts.flat().join('')),
  tag: fc
    .record({
      asked: fc.array(condition, { minLength: 1, maxLength: 3 }),
      bodies: fc.array(fc.tuple(gap, tie('text'), gap), { minLength: 4, maxLength: 4 }),
      hasElse: fc.boolean(),
      left: dash,
      right: dash,
    })
    .map(({ asked, bodies, hasElse, left, right }) => {
      const branches = [
        ...asked.map((each, at) => `${at === 0 ? 'ifversion' : 'elsif'} ${each}`),
        ...(hasElse ? ['else'] : []),
      ];
      const shown = branches.map((each, at) => `{%${left} ${each} ${right}%}${(bodies[at] ?? []).join('')}`);
      return `${shown.join('')}{%${left} endif ${right}%}`;
    }),
}));
const versions = fc.constantFrom(
  "cloud: '*', server: '*', managed: '*'",
  "server: '*'",
  "server: '>=3.1', cloud: '*'",
  "server: '3.0'",
);

const files = fc
  .record({ one: text, other: text, shared: text, translated: text, of: fc.tuple(versions, versions) })
  .map(({ one, other, shared, translated, of }) => ({
    'content/a.md': page('A', of[0], `${one}\n\n{% data reusables.r %}\n`),
    'content/b.md': page('B', of[1], `{% data reusables.r %}\n${other}`),
    'data/reusables/r.md': `Shared. ${shared}`,
    'data/features/plugs.yml': "versions:\n  server: '>=3.1'\n",
    'translations/ja/content/a.md': `---\ntitle: A\n---\n${translated}`,
  }));

describe('on random sites', () => {
  it('what is written changes no page', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(files, async (texts) => {
        const { proof } = await simplifySite(openSource(texts), renderMarkdown);
        expect(proof.broken).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it('a drop changes no page, and nothing asks for the release any more', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        files,
        fc.constantFrom('server-3.0', 'server-3.1', 'server-3.2'),
        async (texts, release) => {
          const site = openSource(texts);
          const dropped = site.versions.find(({ name }) => name === release);
          if (dropped === undefined) throw new Error(`There is no ${release}.`);
          const rewrite = await dropRelease({
            site,
            siteFile: SITE,
            dropped,
            inlinesFeatures: false,
            renderMarkdown,
          });
          expect(rewrite.proof.broken).toEqual([]);
          if (rewrite.left.length > 0) return;
          const after = applyTo(site.files.texts, rewrite);
          if (release === 'server-3.0')
            for (const text of after.values()) expect(text).not.toMatch(/server (?:=|!=) 3\.0/);
        },
      ),
      { numRuns: 40 },
    );
  });
});
