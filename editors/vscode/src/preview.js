import { Uri, ViewColumn, window, workspace } from 'vscode';

/** Edits that follow each other within this time are shown as one. */
const QUIET_MS = 150;

/** The page of the text that is being edited, in the chosen version, without its layout. Runs no scripts. */
export function createPreview(client) {
  let panel;
  let shown;
  let timer;
  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, QUIET_MS);
  };
  const listeners = [
    workspace.onDidChangeTextDocument(schedule),
    window.onDidChangeActiveTextEditor(schedule),
  ];
  return {
    refresh: schedule,
    async open() {
      panel ??= openPanel(() => {
        panel = undefined;
      });
      panel.reveal(ViewColumn.Beside, true);
      await refresh();
    },
    dispose() {
      clearTimeout(timer);
      for (const each of listeners) each.dispose();
      panel?.dispose();
    },
  };

  async function refresh() {
    if (panel === undefined) return;
    const document = window.activeTextEditor?.document;
    if (document?.uri.scheme === 'file') shown = document.uri.toString();
    if (shown === undefined) return;
    const page = await client.sendRequest('decant/preview', { uri: shown });
    if (page === null || panel === undefined) return;
    panel.title = `${page.title} (${page.version})`;
    panel.webview.html = formatPage(page, panel.webview);
  }
}

function openPanel(onClose) {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const options = { enableScripts: false, localResourceRoots: folders };
  const panel = window.createWebviewPanel(
    'decant.preview',
    'Decant',
    { viewColumn: ViewColumn.Beside, preserveFocus: true },
    options,
  );
  panel.onDidDispose(onClose);
  return panel;
}

function formatPage({ title, version, html, images }, webview) {
  const shown = html.replace(/src="([^"]*)"/g, (whole, address) => {
    const file = images[address];
    return file === undefined ? whole : `src="${webview.asWebviewUri(Uri.file(file))}"`;
  });
  return `<!doctype html><html><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src ${webview.cspSource} https: data:; style-src 'unsafe-inline'">
<style>body { max-width: 45rem; line-height: 1.5 } img { max-width: 100% } table { border-collapse: collapse }
td, th { border: 1px solid var(--vscode-panel-border); padding: .25rem .5rem } .version { opacity: .7 }</style></head>
<body><p class="version">${escapeText(version)}</p><h1>${escapeText(title)}</h1>${shown}</body></html>`;
}

function escapeText(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
