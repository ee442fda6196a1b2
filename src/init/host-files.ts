import type { SiteHost } from './types.ts';

/** The files that check a site in CI and publish it, by host. */
export function createHostFiles(host: SiteHost): ReadonlyMap<string, string> {
  const workflow = [
    '.github/workflows/docs.yml',
    host === 'github-pages' ? `${CHECK}${PAGES}` : CHECK,
  ] as const;
  if (host === 'netlify') return new Map([workflow, ['netlify.toml', NETLIFY]]);
  if (host === 'cloudflare') return new Map([workflow, ['wrangler.jsonc', CLOUDFLARE]]);
  return new Map([workflow]);
}

/** Checks and builds every pull request and every state of the main branch. */
const CHECK = `name: docs

on:
  push:
    branches: [main]
  pull_request:

permissions:
  contents: read

jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with: { node-version: 22, cache: npm }
      - run: npm ci
      - run: npx decant check --format github --quiet
      - run: npx decant build
`;

/** Follows \`CHECK\`. Needs "GitHub Actions" as the source, in the settings of the repository under Pages. */
const PAGES = `      - if: github.event_name == 'push'
        uses: actions/upload-pages-artifact@v3
        with: { path: _site }

  # In the settings of the repository, under Pages, the source has to be "GitHub Actions".
  deploy:
    if: github.event_name == 'push'
    needs: build
    runs-on: ubuntu-latest
    permissions:
      pages: write
      id-token: write
    concurrency: { group: pages }
    environment:
      name: github-pages
      url: \${{ steps.deployment.outputs.page_url }}
    steps:
      - id: deployment
        uses: actions/deploy-pages@v4
`;

const NETLIFY = `[build]
  command = "npx decant build"
  publish = "_site"

[build.environment]
  NODE_VERSION = "22"

[[headers]]
  for = "/theme/*"
  [headers.values]
    Cache-Control = "public, max-age=31536000, immutable"
`;

/** A Worker that serves the folder, and no more; Cloudflare runs the build by the command that its settings name. */
const CLOUDFLARE = `{
  // Build command: npx decant build. Deploy command: npx wrangler deploy.
  "name": "docs",
  "compatibility_date": "2026-11-01",
  "assets": {
    "directory": "./_site",
    "not_found_handling": "404-page",
    "html_handling": "auto-trailing-slash"
  }
}
`;
