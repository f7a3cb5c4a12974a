/**
 * What we ask inside the page, as source text: the browser's types are not this program's, and a
 * compiler that rewrites functions (tsx names them) would break them on the other side. The
 * DevTools protocol runs them though the document itself may run nothing.
 */

/** Sets texts by id; gives the ids that the document does not have. */
export function fillScript(texts: ReadonlyMap<string, string>): string {
  return `(() => {
  const missing = [];
  for (const [id, text] of ${JSON.stringify([...texts])}) {
    const element = document.getElementById(id);
    if (element === null) missing.push(id);
    else element.textContent = text;
  }
  return missing;
})()`;
}

/**
 * Loads every font of the document, also those that only a margin box uses (they are asked for
 * during the print, which does not wait for them), and looks at the pictures. Gives a line for
 * each that cannot be used.
 */
export const USABLE_SCRIPT = `(async () => {
  const faces = [...document.fonts];
  await Promise.all(faces.map((face) => face.load().catch(() => undefined)));
  await document.fonts.ready;
  const fonts = faces
    .filter((face) => face.status !== "loaded")
    .map((face) => "font " + face.family + " " + face.weight + " " + face.style);
  const pictures = [...document.images]
    .filter((image) => !image.complete || image.naturalWidth === 0)
    .map((image) => "picture " + (image.getAttribute("src") ?? ""));
  return [...fonts, ...pictures];
})()`;
