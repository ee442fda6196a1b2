#!/usr/bin/env bash
# serve-handler 6.1.8 (the server of `npx serve`): the file of a page is three redirects away from the page, and each
# redirect drops the query.
#
# With `trailingSlash: true`, as sites of folders want it, `/x/index.html` goes to `/x/index`, to `/x`, to `/x/`. Clean
# addresses cut `.html` and `/index` in separate steps, and only the last step adds the slash. A redirect of one's own
# waits for the slash as well: `/old` goes to `/old/` first.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund serve-handler@6.1.8

mkdir -p site/x && echo page > site/x/index.html
cat > try.mjs <<'JS'
import http from 'node:http';
import handler from 'serve-handler';
const options = { public: 'site', trailingSlash: true, redirects: [{ source: '/old', destination: '/x/' }] };
const server = http.createServer((request, response) => handler(request, response, options)).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const ask = (path) =>
  new Promise((resolve, reject) => {
    http.get({ host: '127.0.0.1', port: server.address().port, path, agent: false }, (answer) => {
      answer.resume().on('end', () => resolve(answer));
    }).on('error', reject);
  });
for (const start of ['/x/index.html?q=1', '/old?q=1']) {
  const steps = [start];
  for (let path = start; path !== undefined; ) {
    const { statusCode, headers } = await ask(path);
    path = headers.location;
    steps.push(path ?? statusCode);
  }
  console.log(steps.join(' -> '));
}
server.close();
JS
cat > expected <<'TXT'
/x/index.html?q=1 -> /x/index -> /x -> /x/ -> 200
/old?q=1 -> /old/ -> /x/ -> 200
TXT
node try.mjs | tee seen; diff expected seen
