// Handing a text over: to the share menu, or to the clipboard.

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
