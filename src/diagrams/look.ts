export type DiagramScheme = 'light' | 'dark';

/** Colours of the theme, `site/assets/styles.css`, in both schemes. */
const COLOURS = {
  light: {
    surface: '#ffffff',
    low: '#f4f7f7',
    accent: '#0a6570',
    accentLow: '#e3f1f2',
    text: '#1b2327',
    line: '#536268',
    mark: '#fff3bf',
    slices: ['#9bd0d6', '#f2cd8c', '#cbb9ee', '#a9d7aa', '#f1b3b5', '#b2ccf1', '#dcdb9c', '#d9c3b0'],
  },
  dark: {
    surface: '#10161a',
    low: '#192227',
    accent: '#66c7d1',
    accentLow: '#14323a',
    text: '#e2e9ec',
    line: '#a3b2ba',
    mark: '#4a3f10',
    slices: ['#1d5a63', '#6a4e13', '#4c3a7a', '#29593a', '#75303a', '#2a4a7e', '#56551c', '#5b4737'],
  },
} as const;

const FONTS =
  'system-ui, -apple-system, "Segoe UI", "Hiragino Sans", "Noto Sans CJK JP", "Noto Sans", sans-serif';

/**
 * Configuration of Mermaid for a scheme. Words stand in SVG, not in HTML within it, and nothing of it runs code or asks a host.
 *
 * @param seed of ids, so that the same text always has the same ones
 */
export function createLook(scheme: DiagramScheme, seed: string): object {
  const { surface, low, accent, accentLow, text, line, mark, slices } = COLOURS[scheme];
  return {
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    deterministicIds: true,
    deterministicIDSeed: seed,
    htmlLabels: false,
    flowchart: { htmlLabels: false, useMaxWidth: false },
    fontFamily: FONTS,
    theme: 'base',
    themeVariables: {
      darkMode: scheme === 'dark',
      background: surface,
      fontFamily: FONTS,
      fontSize: '15px',
      primaryColor: accentLow,
      primaryTextColor: text,
      primaryBorderColor: accent,
      secondaryColor: low,
      secondaryTextColor: text,
      secondaryBorderColor: line,
      tertiaryColor: low,
      tertiaryTextColor: text,
      tertiaryBorderColor: line,
      lineColor: line,
      textColor: text,
      titleColor: text,
      edgeLabelBackground: surface,
      clusterBkg: low,
      clusterBorder: line,
      noteBkgColor: mark,
      noteTextColor: text,
      noteBorderColor: line,
      gridColor: line,
      pieStrokeColor: line,
      pieOuterStrokeColor: line,
      pieOpacity: '1',
      ...Object.fromEntries(slices.map((colour, at) => [`pie${at + 1}`, colour])),
    },
  };
}
