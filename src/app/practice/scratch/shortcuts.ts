// While the scratch pad is open: Escape and a tap into a field close it, Control and Z take back what was drawn.
import { useEffect } from 'preact/hooks';

interface Acts {
  undo(): void;
  redo(): void;
  close(): void;
}

export function useShortcuts({ undo, redo, close }: Acts): void {
  useEffect(() => {
    // Control and Z are for what was done last: drawn, or typed.
    let isDrawing = false;
    const onDown = ({ target }: PointerEvent) => {
      isDrawing = target instanceof Element && target.closest('.scratch') !== null;
    };
    // Once the caret stands where it was set: with the keys, the page may move.
    const onClick = ({ target }: MouseEvent) => {
      if (!(target instanceof Element)) return;
      const dock = document.querySelector('.practice-dock');
      if (target.closest('input[data-part]') && !dock?.checkVisibility()) close();
    };
    const onInput = () => {
      isDrawing = false;
    };
    const onKey = (event: KeyboardEvent) => {
      if (!document.querySelector('.scratch')?.checkVisibility()) return;
      const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
      if (event.key === 'Escape') close();
      else if (isUndo && isDrawing) (event.shiftKey ? redo : undo)();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('pointerdown', onDown);
    document.addEventListener('click', onClick);
    document.addEventListener('input', onInput);
    document.addEventListener('keydown', onKey, true);
    return () => {
      document.removeEventListener('pointerdown', onDown);
      document.removeEventListener('click', onClick);
      document.removeEventListener('input', onInput);
      document.removeEventListener('keydown', onKey, true);
    };
  }, []);
}
