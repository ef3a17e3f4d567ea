// A box that scrolls sideways only where its content is wider: then the keyboard can reach it too.

const REACHABLE = { tabindex: '0', role: 'group', 'aria-label': 'wide formula, scrolls sideways' };

/** Marks a formula's box with the class `wide` while it does not fit its column. Returns how to stop. */
export function keepReachable(box: HTMLElement): () => void {
  const measure = () => {
    box.classList.remove('wide', 'snug');
    // What is only a little too wide is set smaller.
    if (isTooWide(box)) box.classList.add('snug');
    const isWide = isTooWide(box);
    if (isWide) box.classList.replace('snug', 'wide');
    for (const [name, value] of Object.entries(REACHABLE)) {
      if (isWide) box.setAttribute(name, value);
      else box.removeAttribute(name);
    }
  };
  measure();
  const watcher = new ResizeObserver(measure);
  watcher.observe(document.documentElement);
  document.fonts.addEventListener('loadingdone', measure);
  return () => {
    watcher.disconnect();
    document.fonts.removeEventListener('loadingdone', measure);
  };
}

function isTooWide(box: HTMLElement): boolean {
  return isBlock(box) ? box.scrollWidth > box.clientWidth + 1 : widestPiece(box) > columnOf(box) + 1;
}

function isBlock(box: HTMLElement): boolean {
  return getComputedStyle(box).display === 'block';
}

/** Between its pieces an inline formula breaks into lines, within one it does not. */
function widestPiece(box: HTMLElement): number {
  return Math.max(0, ...[...box.querySelectorAll('.katex-base')].map(piece => piece.getBoundingClientRect().width));
}

function columnOf(box: HTMLElement): number {
  let column = box.parentElement;
  while (column && getComputedStyle(column).display.startsWith('inline')) column = column.parentElement;
  return column?.clientWidth ?? Number.POSITIVE_INFINITY;
}
