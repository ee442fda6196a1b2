import { z } from 'zod';
import { chooseTarget } from './choose.ts';
import { ANSWERED, defineTool, LANGUAGE, VERSION } from './tool.ts';

export const listVersionsTool = defineTool({
  name: 'list_versions',
  title: 'Versions and languages',
  description:
    'Lists the versions of the product and the languages that the documentation has, with the number of pages. Ask this first.',
  input: z.object({ version: VERSION, language: LANGUAGE }),
  output: z.strictObject({
    ...ANSWERED,
    title: z.string(),
    versions: z.array(
      z.strictObject({
        name: z.string(),
        id: z.string(),
        title: z.string(),
        pages: z.number(),
        isDefault: z.boolean(),
      }),
    ),
    languages: z.array(z.strictObject({ code: z.string(), name: z.string(), isSource: z.boolean() })),
    conditionsKnown: z.boolean().describe('Whether answers can name sources and conditions.'),
  }),
  async run(library, question) {
    const { version, language } = chooseTarget(library, question);
    const sets = [...library.articles.values()];
    const versions = library.versions.map((each) => ({
      name: each.name,
      id: each.id,
      title: each.title,
      pages: sets.filter((set) => set.has(each)).length,
      isDefault: each === library.defaultVersion,
    }));
    const languages = library.languages.map(({ code, name }, at) => ({ code, name, isSource: at === 0 }));
    const text = [
      `${library.title}`,
      ...versions.map(
        ({ name, title, pages, isDefault }) =>
          `- ${name}: ${title}, ${pages} ${pages === 1 ? 'page' : 'pages'}${isDefault ? ' (default)' : ''}`,
      ),
      `Languages: ${languages.map(({ code, name }) => `${code} (${name})`).join(', ')}`,
    ].join('\n');
    const conditionsKnown = library.sources !== undefined;
    return {
      answer: { version: version.name, language, title: library.title, versions, languages, conditionsKnown },
      text,
    };
  },
});
