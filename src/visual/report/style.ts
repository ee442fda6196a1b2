/** The one stylesheet of a report. */
export const STYLE = `
:root { color-scheme: light dark; --text: light-dark(#1f2328, #e6edf3); --faint: light-dark(#59636e, #9198a1);
  --page: light-dark(#fff, #0d1117); --card: light-dark(#f6f8fa, #151b23); --line: light-dark(#d1d9e0, #3d444d);
  --link: light-dark(#0757ba, #6cb6ff); --gone: light-dark(#ffd7d5, #67221f); --come: light-dark(#bdf0c8, #1c4b2a);
  --words: light-dark(#7d4e00, #e3b341); --look: light-dark(#6639ba, #c297ff); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.55 system-ui, sans-serif; }
main, .top { max-width: 1440px; margin: 0 auto; padding: 0 24px; }
.top { padding-top: 32px; }
h1 { font-size: 28px; line-height: 1.25; margin: 0 0 8px; }
h2 { font-size: 20px; line-height: 1.35; margin: 0; overflow-wrap: anywhere; }
h3 { font-size: 15px; margin: 0; }
a { color: var(--link); }
code { font: 13px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
.faint { color: var(--faint); }
.figures { display: flex; flex-wrap: wrap; gap: 8px; padding: 0; margin: 16px 0; list-style: none; }
.figures li { border: 1px solid var(--line); background: var(--card); border-radius: 999px; padding: 2px 12px; }
.figures li:first-child { font-weight: 600; }
.list { padding-left: 24px; }
.list li { margin: 4px 0; }
.modes { position: sticky; top: 0; z-index: 2; background: var(--page); border-block: 1px solid var(--line); margin-bottom: 24px; }
.modes fieldset { max-width: 1440px; margin: 0 auto; padding: 10px 24px; border: 0; display: flex; flex-wrap: wrap; gap: 4px 20px; }
.modes label { display: inline-flex; gap: 6px; align-items: center; min-height: 28px; }
.rendering { border: 1px solid var(--line); border-radius: 8px; margin: 0 0 32px; scroll-margin-top: 64px; }
.rendering > header { background: var(--card); border-bottom: 1px solid var(--line); border-radius: 8px 8px 0 0; padding: 16px 20px; }
.rendering > header p { margin: 4px 0 0; }
.tag { font-size: 13px; font-weight: 600; border: 1px solid currentColor; border-radius: 999px; padding: 1px 9px; margin-right: 6px; white-space: nowrap; }
.tag.words { color: var(--words); } .tag.look { color: var(--look); }
.view { padding: 16px 20px; } .view + .view { border-top: 1px solid var(--line); }
.area { margin: 16px 0 28px; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; margin: 8px 0; padding: 10px 14px; background: var(--card); border-radius: 6px; }
del { background: var(--gone); } ins { background: var(--come); text-decoration: none; }
.pair { --at: 50%; display: grid; grid-template-columns: 1fr 1fr; gap: 12px; align-items: start; margin: 8px 0 0; }
.pair figure { margin: 0; min-width: 0; }
.pair figcaption { font-size: 13px; color: var(--faint); }
.pair svg { display: block; width: 100%; height: auto; border: 1px solid var(--line); background: #fff; }
.pair .none { border: 1px dashed var(--line); padding: 12px; color: var(--faint); font-size: 14px; }
.pair input { display: none; width: 100%; grid-column: 1 / -1; accent-color: var(--link); }
:root:has(#overlay:checked) .both, :root:has(#slider:checked) .both { grid-template-columns: 1fr; width: min(100%, var(--wide)); gap: 0; }
:root:has(#overlay:checked) .both figure, :root:has(#slider:checked) .both figure { grid-area: 1 / 1; }
:root:has(#overlay:checked) .both figcaption { visibility: hidden; }
:root:has(#overlay:checked) .both { isolation: isolate; }
:root:has(#overlay:checked) .both .head svg { mix-blend-mode: difference; border-color: #0000; }
:root:has(#overlay:checked) .both .head { mix-blend-mode: difference; }
:root:has(#slider:checked) .both .head svg { clip-path: inset(0 0 0 var(--at)); border-left-color: #0000; }
:root:has(#slider:checked) .both .head figcaption { text-align: right; }
:root:has(#slider:checked) .both input { display: block; grid-row: 2; }
.mark { fill: none; stroke: #d1242f; stroke-width: 2; } .head .mark { stroke: #1a7f37; }
details { margin: 8px 0 0; } summary { cursor: pointer; min-height: 28px; }
details ul { columns: 2 320px; margin: 4px 0 8px; }
@media (max-width: 720px) { .pair { grid-template-columns: 1fr; } main, .top { padding-inline: 16px; } }
`;
