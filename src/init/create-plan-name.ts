const PLAN_NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** They mean something in a condition, or in `versions`. */
const TAKEN =
  /^(?:and|or|not|true|false|nil|null|empty|blank|contains|feature|guided-setup)$|-(?:next|issue-\d+)$/;

/** The name of a product in conditions and addresses: `tea-kettle` of 'Tea Kettle'; `product` where no such name can be made. */
export function createPlanName(product: string): string {
  const name = product
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
  return PLAN_NAME.test(name) && !TAKEN.test(name) ? name : 'product';
}
