/**
 * Diagrams: a renderer comes in, and one goes out that draws the diagrams in what is rendered, as SVG for both schemes. Owns Mermaid,
 * which a site installs if it wants diagrams, and keeps drawings by their content.
 */
export { signArtist } from './create-artist.ts';
export { type DiagramRenderer, type DiagramTools, drawDiagrams } from './draw-diagrams.ts';
