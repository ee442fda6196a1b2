/* Moves from change to change of a page, by button and by key. */
const bar = document.querySelector('.change-steps');
const [previous, next] = bar.querySelectorAll('button');
const title = document.querySelector('.changes-page h1');
let changes = [];
let current;

const tell = () => {
  const names = { position: changes.indexOf(current) + 1, count: changes.length };
  const sentence = current ? bar.dataset.position : bar.dataset.count;
  bar.firstElementChild.textContent = sentence.replace(/\{(\w+)\}/g, (mark, name) => names[name] ?? mark);
};

/* From the change that was shown last, as long as it is in view; else from where the reader is */
const find = (by) => {
  const tops = changes.map((change) => change.getBoundingClientRect());
  const { top, bottom } = tops[changes.indexOf(current)] ?? {};
  const line = bar.getBoundingClientRect().bottom;
  const at =
    bottom > 0 && top < innerHeight
      ? changes.indexOf(current) + by
      : by > 0
        ? tops.findIndex((box) => box.top > line)
        : tops.findLastIndex((box) => box.top < line);
  return changes.at(at) && at >= 0 ? changes[at] : undefined;
};

const step = (by, isByKey) => {
  const found = find(by);
  if (!found) return;
  if (current) delete current.dataset.current;
  current = found;
  current.dataset.current = '';
  current.scrollIntoView({ block: 'start', behavior: 'instant' });
  /* By key, reading goes on from the change; a button stays under the finger */
  if (isByKey) {
    current.tabIndex = -1;
    current.focus({ preventScroll: true });
  }
  tell();
};
previous.addEventListener('click', () => step(-1));
next.addEventListener('click', () => step(1));

addEventListener('keydown', (event) => {
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const isOther = event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented;
  if (!by || !event.altKey || isOther || bar.hidden || document.querySelector('dialog[open]')) return;
  if (event.target.closest?.('input, textarea, select, [contenteditable]')) return;
  event.preventDefault();
  step(by, true);
});

/** Counts the changes that the page shows now. */
export function countChanges() {
  const isChange = ({ id }) => /^(?:intro|product|permissions|change)-\d+$/.test(id);
  const body = [...document.querySelectorAll('.changes-page [id]')].filter(isChange);
  changes = title.querySelector('ins, del') ? [title, ...body] : body;
  current = undefined;
  bar.hidden = changes.length === 0;
  tell();
}

if (/Mac|iP/.test(navigator.platform))
  for (const sign of bar.querySelectorAll('kbd span')) sign.textContent = '⌥ ';
countChanges();
