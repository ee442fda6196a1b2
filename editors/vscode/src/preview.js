import { commands, Uri, ViewColumn, window, workspace } from 'vscode';

/** Edits that follow each other within this time are shown as one. */
const QUIET_MS = 150;

/** Links of the page run this command, and no other one. */
const FOLLOW = 'decant.preview.follow';

/** The page of the text that is being edited, in the chosen version, without its layout. Runs no scripts. */
export function createPreview(client) {
  let panel;
  let shown;
  let timer;
  let articles = {};
  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, QUIET_MS);
  };
  const listeners = [
    workspace.onDidChangeTextDocument(schedule),
    window.onDidChangeActiveTextEditor(schedule),
    commands.registerCommand(FOLLOW, follow),
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
    articles = page.articles;
    panel.title = `${page.title} (${page.version})`;
    panel.webview.html = formatPage(page, panel.webview);
  }

  /** Opens the article at an address of the page, and with it its preview. */
  async function follow(address) {
    const file = articles[address];
    if (file !== undefined) await window.showTextDocument(Uri.file(file), { viewColumn: ViewColumn.One });
  }
}

function openPanel(onClose) {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const options = { enableScripts: false, enableCommandUris: [FOLLOW], localResourceRoots: folders };
  const panel = window.createWebviewPanel(
    'decant.preview',
    'Decant',
    { viewColumn: ViewColumn.Beside, preserveFocus: true },
    options,
  );
  panel.onDidDispose(onClose);
  return panel;
}

const STYLE = `body { max-width: 45rem; line-height: 1.5 } img { max-width: 100% } table { border-collapse: collapse }
td, th { border: 1px solid var(--vscode-panel-border); padding: .25rem .5rem } .version { opacity: .8 }
pre { overflow-x: auto; padding: .75rem; background: var(--vscode-textCodeBlock-background) } pre code { padding: 0; background: none }
.callout { padding-left: 1rem; border-left: .25rem solid var(--vscode-textLink-foreground) }`;

function formatPage({ title, version, missing, html, images }, webview) {
  const shown = html
    .replace(/src="([^"]*)"/g, (whole, address) => {
      const file = images[address];
      return file === undefined ? whole : `src="${webview.asWebviewUri(Uri.file(file))}"`;
    })
    .replace(/href="(\/[^"#]*)[^"]*"/g, (_, address) => {
      const argument = encodeURIComponent(JSON.stringify([address])).replaceAll("'", '%27');
      return `href="command:${FOLLOW}?${argument}" title="${address}"`;
    });
  const note = missing === undefined ? version : `${version}: the article is not in ${missing}`;
  return `<!doctype html><html><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src ${webview.cspSource} https: data:; style-src 'unsafe-inline'">
<style>${STYLE}</style></head>
<body><p class="version">${escapeText(note)}</p><h1>${escapeText(title)}</h1>${shown}</body></html>`;
}

function escapeText(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
