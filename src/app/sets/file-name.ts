// Names for files that are made of a set.

/** In letters that every file system takes: `gradus-week-3`. */
export const fileName = (title: string): string => {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const parts = plain.match(/[a-z0-9]+/g) ?? ['set'];
  return ['gradus', ...parts].join('-').slice(0, 48).replace(/-$/, '');
};
