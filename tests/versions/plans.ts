import type { Plan } from '../../src/config/types.ts';
import { listVersions } from '../../src/versions/index.ts';

const defaults = { isDefault: false, releases: [], deprecated: [], issues: [] };

export const plans: readonly Plan[] = [
  { ...defaults, id: 'cloud', short: 'fpt', name: 'Cloud', isDefault: true },
  {
    ...defaults,
    id: 'server',
    short: 'ghes',
    name: 'Server',
    releases: ['3.10', '3.9', '3.2'],
    next: '3.11',
    deprecated: ['3.1', '3.0'],
    issues: ['issue-7'],
  },
  { ...defaults, id: 'managed', short: 'ghae', name: 'Managed', next: true },
];

/** fpt, ghes-3.10, ghes-3.9, ghes-3.2, ghes-next, ghae, ghae-next */
export const versions = listVersions(plans);
