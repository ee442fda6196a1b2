import { listSources } from '../config/index.ts';
import { createRenderer, describeDrawer } from '../create-renderer.ts';
import { openStaging } from '../output/index.ts';
import { tuneV8 } from '../tune-v8.ts';
import { buildInto } from './build-into.ts';
import { openLastBuild } from './last-build.ts';
import type { WholeSiteRequest } from './make-whole-site.ts';
import { prepareSite } from './prepare-site.ts';

tuneV8();

/** Builds a site that nobody publishes, in a process of its own that gives way to all others. */
async function buildWhole(request: WholeSiteRequest): Promise<void> {
  const { value: prepared } = await prepareSite(request);
  if (prepared === undefined) return;
  const options = { keepGoing: true, strict: false, search: true };
  const last = await openLastBuild(prepared, undefined, options);
  const sources = listSources(prepared.setup.config);
  const staging = await openStaging(request.out, request.root, { sources, isAlone: true });
  try {
    const task = { ...options, prepared, last, staging, cards: describeDrawer(request.cache) };
    // Nothing of it is published, so no ledger is kept of its addresses.
    await buildInto({ ...task, createRenderer: () => createRenderer({ ...request, workers: 0 }) });
  } finally {
    await staging.discard();
  }
}

// Whoever asked for it is gone.
process.on('disconnect', () => process.exit());
process.once('message', (request: WholeSiteRequest) => {
  buildWhole(request).then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
