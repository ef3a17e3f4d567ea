// One text for one value: JSON with sorted keys and no spaces.

/** The text of plain data; whole numbers of any size are written as digits. Equal data give equal bytes. */
export const canonical = (value: unknown): string => {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const fields: { readonly [key: string]: unknown } = { ...value };
  let text = '';
  for (const key of Object.keys(fields).sort()) text += `,${JSON.stringify(key)}:${canonical(fields[key])}`;
  return `{${text.slice(1)}}`;
};
