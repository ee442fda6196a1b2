export const HELP = `decant: one Liquid source, one site per product version

Usage
  decant build [options]    build the site
  decant merge [DIR ...]    build the site from what shards have rendered (default: OUT.shards)
  decant check [options]    judge the content without writing anything; links that nothing answers are errors
  decant dev [options]      build, serve on 127.0.0.1, rebuild and reload on change
  decant render FILE        print one article in one version and language (default: the default plan, the source language)
  decant visual BASE HEAD   compare what readers see of two built sites (folders) or git refs, in a browser

Options
  --version NAME   only this version: fpt, ghes-3.2, ghes (every release), ghae-next (a preview); may be repeated
  --lang CODE      only this language: ja; may be repeated
  --root DIR       the folder that holds content/ and data/ (default: this folder)
  --out DIR        the folder to publish into (default: ROOT/_site)
  --shard I/N      build: only render part I of N, into OUT.shards, for decant merge
  --keep-going     publish the good pages although there are errors (the exit code is still 1)
  --no-search      build no search index, and pages without search
  --strict         count warnings as errors
  --json           one JSON document on stdout: figures and diagnostics
  --quiet          print errors only, with --strict also warnings
  --format NAME    render: markdown (default) or html, the content of the article
  --port N         dev: the first port to try (default: 8080)
  --cache DIR      keep renderings for the next build here (default: the user's folder for caches)
  --cache-remote U ask this server, and share with it; token in TURBO_TOKEN (see docs/cache.md)
  --no-cache       keep nothing, find nothing
  --cache-mode M   write (default), or read: find only, as for pull requests
  --cache-size MB  what the folder may take (default: 1024); what was used longest ago goes first
  --parser NAME    native (default) or reference: remark reads all Markdown; slower, the same output
  --out DIR        visual: the folder for report.html and summary.md (default: decant-visual)
  --width LIST     visual: widths of the window (default: 1280,400)
  --scheme LIST    visual: light, dark (default: both)
  --limit N        visual: how many distinct renderings to look at (default: 40)
  --exit-zero      visual: differences are no failure
  --help           this text

Exit codes: 0 without errors, 1 with errors in the content (visual: with differences), 2 for wrong usage or a faulty data/site.yml.
`;
