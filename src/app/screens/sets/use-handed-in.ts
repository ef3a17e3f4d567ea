// What is pasted or dropped anywhere on a screen: a picture or a text.
import { useEffect, useRef } from 'preact/hooks';

interface Takers {
  readonly onText: (text: string) => void;
  readonly onPicture: (file: File) => void;
}

const isField = (target: EventTarget | null): boolean => target instanceof Element && target.closest('input, textarea') !== null;

export const useHandedIn = (takers: Takers): void => {
  const latest = useRef(takers);
  latest.current = takers;
  useEffect(() => {
    const take = (event: Event, data: DataTransfer | null): void => {
      const [file] = data?.files ?? [];
      const text = data?.getData('text/plain') ?? '';
      // A field takes its text itself.
      if (!file && (text.trim() === '' || isField(event.target))) return;
      event.preventDefault();
      if (file) latest.current.onPicture(file);
      else latest.current.onText(text);
    };
    const onPaste = (event: ClipboardEvent) => take(event, event.clipboardData);
    const onDrop = (event: DragEvent) => take(event, event.dataTransfer);
    // Else the browser leaves the app and shows the file itself.
    const onOver = (event: DragEvent) => !isField(event.target) && event.preventDefault();
    document.addEventListener('paste', onPaste);
    document.addEventListener('drop', onDrop);
    document.addEventListener('dragover', onOver);
    return () => {
      document.removeEventListener('paste', onPaste);
      document.removeEventListener('drop', onDrop);
      document.removeEventListener('dragover', onOver);
    };
  }, []);
};
