import type { Box, ViewComparison, VisualBlock, VisualChange } from './types.ts';

/** Neighbouring blocks that changed in the same way, shown as one cut-out of the page. */
export interface Area {
  readonly kind: VisualChange['kind'];
  readonly region: string;
  readonly changes: readonly VisualChange[];
  readonly base: Box | undefined;
  readonly head: Box | undefined;
}

/** Blocks further apart than this stay apart. */
const NEAR = 48;
const TALLEST = 700;

/** Areas in the order of the page. Blocks whose words changed have an area each. */
export function listAreas({ changes }: Pick<ViewComparison, 'changes'>): readonly Area[] {
  const areas: Area[] = [];
  for (const change of changes) {
    const area = createArea(change);
    const last = areas.at(-1);
    const joined = last === undefined ? undefined : joinAreas(last, area);
    if (joined === undefined) areas.push(area);
    else areas[areas.length - 1] = joined;
  }
  return areas;
}

function createArea(change: VisualChange): Area {
  const base = change.kind === 'added' ? undefined : change.base;
  const head = change.kind === 'removed' ? undefined : change.head;
  const { region } = (head ?? base) as VisualBlock;
  return { kind: change.kind, region, changes: [change], base: base?.box, head: head?.box };
}

function joinAreas(one: Area, other: Area): Area | undefined {
  if (one.kind !== other.kind || one.kind === 'words' || one.region !== other.region) return undefined;
  if (!isNear(one.base, other.base) || !isNear(one.head, other.head)) return undefined;
  const [base, head] = [unite(one.base, other.base), unite(one.head, other.head)];
  if (Math.max(base?.height ?? 0, head?.height ?? 0) > TALLEST) return undefined;
  return { ...one, changes: [...one.changes, ...other.changes], base, head };
}

function isNear(one: Box | undefined, other: Box | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return Math.abs(other.y - one.y - one.height) <= NEAR || Math.abs(other.y - one.y) <= NEAR;
}

function unite(one: Box | undefined, other: Box | undefined): Box | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const x = Math.min(one.x, other.x);
  const y = Math.min(one.y, other.y);
  const width = Math.max(one.x + one.width, other.x + other.width) - x;
  const height = Math.max(one.y + one.height, other.y + other.height) - y;
  return { x, y, width, height };
}
