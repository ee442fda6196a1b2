#!/usr/bin/env bash
# wrangler 4.164.0 (static assets of Cloudflare Workers): a folder `server@3.2` is served at `/server%403.2/` alone. From
# `/server@3.2/`, as browsers write it, the server leads on with 307, and so it does from `a+b`. A rule of `_redirects` to
# `/server@3.2/` so takes two steps, one to `/server%403.2/` takes one.
#
# The segment is written as `encodeURIComponent` does, not as addresses of browsers have it, where `@` and `+` stay. Other scripts
# are the same in both. wrangler needs Node.js 22, which comes as a package here.
set -euo pipefail
folder=$(mktemp -d); trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund wrangler@4.164.0 node@22.20.0
export HOME=$folder WRANGLER_SEND_METRICS=false CI=1 PATH="$folder/node_modules/node/bin:$PATH"

for name in 'server@3.2' 'a+b' '設' plain; do mkdir -p "site/$name" && echo page > "site/$name/index.html"; done
printf '/old/ /server@3.2/ 301\n/older/ /server%%403.2/ 301\n' > site/_redirects
echo '{ "name": "docs", "compatibility_date": "2026-01-01", "assets": { "directory": "site" } }' > wrangler.json
port=$(node -e 'const s = require("net").createServer().listen(0, () => { console.log(s.address().port); s.close(); })')
node node_modules/wrangler/bin/wrangler.js dev --ip 127.0.0.1 --port "$port" > log 2>&1 & server=$!
for _ in $(seq 1 90); do curl -s -o /dev/null "http://127.0.0.1:$port/plain/" && break; sleep 1; done

cat > expected <<'TXT'
/plain/ -> 200 after 0 redirects: /plain/
/server@3.2/ -> 200 after 1 redirects: /server%403.2/
/server%403.2/ -> 200 after 0 redirects: /server%403.2/
/a+b/ -> 200 after 1 redirects: /a%2Bb/
/%E8%A8%AD/ -> 200 after 0 redirects: /%E8%A8%AD/
/old/ -> 200 after 2 redirects: /server%403.2/
/older/ -> 200 after 1 redirects: /server%403.2/
TXT
for path in '/plain/' '/server@3.2/' '/server%403.2/' '/a+b/' '/%E8%A8%AD/' '/old/' '/older/'; do
  curl -s -o /dev/null -L -w "${path//%/%%} -> %{http_code} after %{num_redirects} redirects: %{url_effective}\n" "http://127.0.0.1:$port$path" |
    sed "s#http://127.0.0.1:$port##"
done | tee seen
diff expected seen
