/** A name of XML without colons (Namespaces in XML 1.0 §3), which an id in an EPUB's SVG must be. */
const NAME = /^[\p{L}_][\p{L}\p{Nd}_.-]*$/u;

/** The id that an element is written with: its own where that is a name, else one made of it. */
export function writeId(id: string): string {
  if (NAME.test(id)) return id;
  const parts = Array.from(id, (sign) =>
    /[\w-]/.test(sign) ? sign : `.${sign.codePointAt(0)?.toString(16)}`,
  );
  return `_.${parts.join("")}`;
}

/** The address of an element of the drawing: `#` and its id, which may be in percent signs. */
export function writeAddress(address: string): string {
  const id = address.slice(1);
  return NAME.test(id) ? address : `#${writeId(decode(id))}`;
}

/** A value or a style with its `url(#…)` led to the ids as they are written. */
export function writeReferences(text: string): string {
  return text.replace(/url\(\s*(["']?)(#[^"')]*)\1\s*\)/gi, (whole, _, address: string) => {
    const written = writeAddress(address.trimEnd());
    return written === address ? whole : `url(${written})`;
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
