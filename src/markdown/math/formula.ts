import type { Data, ElementContent, Node } from 'hast';
import type { Data as MarkdownData, Node as MarkdownNode, Root, TableCell } from 'mdast';
import type { Options } from 'mdast-util-to-hast';
import { visit } from '../visit.ts';
import { isQuoted, readDollars } from './hide-formulas.ts';

/** A formula on its way through the HTML tree, past the parsing and cleaning of raw HTML. */
export interface Formula extends Node {
  readonly type: 'formula';
  /** TeX. */
  readonly value: string;
  /** With its dollars, as it is written. */
  readonly source: string;
  data?: Data | undefined;
}

interface MarkdownFormula extends MarkdownNode {
  readonly type: 'formula';
  readonly value: string;
  readonly source: string;
  data?: MarkdownData | undefined;
}

declare module 'hast' {
  interface ElementContentMap {
    formula: Formula;
  }
  interface RootContentMap {
    formula: Formula;
  }
}

declare module 'mdast' {
  interface PhrasingContentMap {
    formula: MarkdownFormula;
  }
  interface RootContentMap {
    formula: MarkdownFormula;
  }
}

/** Puts formulas in the place of the code that `hideFormulas` made of them. */
export function showFormulas(tree: Root, markdown: string): void {
  visit(tree, 'tableCell', (cell) => replace(cell, true));
  replace(tree, false);

  function replace(among: Root | TableCell, isInCell: boolean): void {
    visit(among, 'inlineCode', (node, index, parent) => {
      const start = node.position?.start.offset;
      if (parent === undefined || index === undefined || start === undefined || markdown[start] !== '$')
        return;
      const source = markdown.slice(start, node.position?.end.offset);
      const formula: MarkdownFormula = {
        type: 'formula',
        value: readTex(source, isInCell, isQuoted(markdown, start)),
        source,
      };
      parent.children[index] = { ...formula, ...(node.position && { position: node.position }) };
    });
  }
}

/** A bar in a cell of a table is written `\|`. Of each further line the marks of a quotation go. */
function readTex(source: string, isInCell: boolean, isInQuotation: boolean): string {
  const { length } = readDollars(source);
  const tex = source.slice(length, -length);
  if (isInCell) return tex.replace(/\\\|/g, '|');
  return isInQuotation ? tex.replace(/\n[ \t]*>(?:[ \t]*>)*/g, '\n') : tex;
}

type State = Parameters<NonNullable<NonNullable<Options['handlers']>['code']>>[0];

/** Handler for formulas of Markdown. */
export function createFormula(state: State, node: MarkdownFormula): ElementContent {
  const formula: Formula = { type: 'formula', value: node.value, source: node.source };
  state.patch(node, formula);
  return formula;
}
