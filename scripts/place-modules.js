import { basename, dirname, relative, sep } from 'node:path';

/**
 * Keeps `import.meta.url` what it is where many modules become one file: the address of the compiled module, which stands in
 * `dist/` as well, so that what lies beside it (workers, folders of the package) is found.
 *
 * @param {string} root of the sources, as their compiled modules lie below `dist/`
 * @param {string} folder of the bundle below `dist/`
 * @returns {import('rolldown').Plugin}
 */
export function placeModules(root, folder) {
  return {
    name: 'place-modules',
    transform(code, id) {
      if (!code.includes('import.meta.url')) return undefined;
      const module = relative(root, id).split(sep).join('/').replace(/\.ts$/, '.js');
      return code.replaceAll('import.meta.url', `__placed__(${JSON.stringify(module)})`);
    },
    renderChunk(code, { fileName }) {
      if (!code.includes('__placed__')) return undefined;
      const from = dirname(`${folder}/${fileName}`);
      return code.replace(/__placed__\("([^"]+)"\)/g, (_, module) => {
        const path = relative(from, module).split(sep).join('/');
        return `new URL(${JSON.stringify(path.startsWith('.') ? path : `./${path}`)}, import.meta.url).href`;
      });
    },
  };
}

/**
 * Leaves a module out, to be loaded as it is compiled.
 *
 * @param {string} module absolute path of its source
 * @returns {import('rolldown').Plugin}
 */
export function keepModule(module) {
  const name = `/${basename(module)}`;
  return {
    name: 'keep-module',
    async resolveId(source, importer, options) {
      if (!source.endsWith(name)) return undefined;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      return found?.id === module ? { id: module, external: true } : found;
    },
    renderChunk: (code) => code.replaceAll(`${name}"`, `${name.replace(/\.ts$/, '.js')}"`),
  };
}
