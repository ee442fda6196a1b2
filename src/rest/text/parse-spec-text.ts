import { type ParsedYaml, parseYaml, type TextFile } from '../../config/index.ts';
import { readJson } from './read-json.ts';
import { readYaml } from './read-yaml.ts';

/** A file of `data/rest/`, YAML or JSON, as values with their places. */
export function parseSpecText(file: TextFile): ParsedYaml {
  const { path, text } = file;
  if (path.endsWith('.json')) return text.trim() === '' ? { value: undefined, faults: [] } : readJson(file);
  const value = readYaml(file);
  if (value !== undefined) return { value, faults: [] };
  return parseYaml({ text, place: { file: path, line: 1, column: 1 }, verbatim: true });
}
