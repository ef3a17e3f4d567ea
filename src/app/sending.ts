// Handing a text over, to the share menu or to the clipboard, and taking one from there.

export const mayShare = (): boolean => typeof navigator.share === 'function';

/** Call it within a tap. Closing the menu is a change of mind, and no trouble. */
export const isShared = async (what: ShareData): Promise<boolean> => {
  try {
    await navigator.share(what);
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError';
  }
};

export const isCopied = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};

export const mayPaste = (): boolean => typeof navigator.clipboard?.readText === 'function';

/** Call it within a tap. Undefined where it may not be read. */
export const copiedText = async (): Promise<string | undefined> => {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return undefined;
  }
};
