#!/usr/bin/env bash
# superstatic 11.0.0 (the server of Firebase's hosting emulator): a folder named `server@3.2` is there under
# `/server@3.2/`, and is a 404 under `/server%403.2/`. Browsers and mail programs write both.
#
# Other escapes are undone: `%E8%A8%AD/` finds its folder, and `%33` finds `3`. Redirects have the same gap: a rule for
# `/server@3.1/**` answers `/server@3.1/a` and not `/server%403.1/a`.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund --omit=optional superstatic@11.0.0

mkdir -p 'site/server@3.2' 'site/設' && echo page | tee 'site/server@3.2/index.html' > 'site/設/index.html'
cat > try.mjs <<'JS'
import http from 'node:http';
import superstatic from 'superstatic';
const redirects = [{ source: '/server@3.1/**', destination: '/server@3.2/' }];
const answer = superstatic.default({ cwd: process.cwd(), config: { public: 'site', trailingSlash: true, redirects } });
const server = http
  .createServer((request, response) => answer(request, response, () => response.writeHead(404).end()))
  .listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
for (const path of ['/server@3.2/', '/server%403.2/', '/server@%33.2/', '/%E8%A8%AD/', '/server@3.1/a', '/server%403.1/a']) {
  const status = await new Promise((resolve, reject) => {
    http.get({ host: '127.0.0.1', port: server.address().port, path, agent: false }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    }).on('error', reject);
  });
  console.log(`${path} -> ${status}`);
}
process.exit(0);
JS
cat > expected <<'TXT'
/server@3.2/ -> 200
/server%403.2/ -> 404
/server@%33.2/ -> 200
/%E8%A8%AD/ -> 200
/server@3.1/a -> 301
/server%403.1/a -> 404
TXT
node try.mjs | tee seen; diff expected seen
