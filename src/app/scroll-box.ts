// A box that scrolls sideways only where its content is wider: then the keyboard can reach it too.

/** Watches an inline box; marks it with the class `wide` while its content does not fit. Returns how to stop. */
export function keepReachable(box: HTMLElement): () => void {
  const measure = () => {
    box.classList.remove('wide');
    const room = box.parentElement?.closest('p, div, li, td, section')?.clientWidth ?? 0;
    const widest = Math.max(0, ...[...box.querySelectorAll('.base')].map(piece => piece.getBoundingClientRect().width));
    const isWide = room > 0 && widest > room + 1;
    box.classList.toggle('wide', isWide);
    if (isWide) box.tabIndex = 0;
    else box.removeAttribute('tabindex');
  };
  measure();
  const watcher = new ResizeObserver(measure);
  watcher.observe(document.documentElement);
  return () => watcher.disconnect();
}
