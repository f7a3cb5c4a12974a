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
 * Adds links that are not shown, in place of those that it added before. Chromium names a place in
 * the PDF for each id that a link of the document leads to, also where the link takes no part in the
 * layout: no page, tag or annotation comes of it.
 */
export function linkScript(ids: readonly string[]): string {
  return `(() => {
  const name = "handpress-places";
  document.getElementById(name)?.remove();
  const list = document.createElement("div");
  list.id = name;
  list.style.setProperty("display", "none", "important");
  for (const id of ${JSON.stringify(ids)}) {
    const link = document.createElement("a");
    link.setAttribute("href", "#" + id);
    list.append(link);
  }
  document.body.append(list);
})()`;
}

/** The name of the `@page` rule of blank pages. */
export const BLANK_PAGE = "handpress-blank";

/**
 * Puts a page with nothing on it before elements, in place of those that it put there before: a page
 * of another name begins a new one (CSS Paged Media 3 §4), and `break-before: recto` is a plain break
 * to Chromium. Readers of the tags are not told.
 */
export function blankPageScript(ids: readonly string[]): string {
  return `(() => {
  const name = "${BLANK_PAGE}";
  for (const one of document.querySelectorAll("." + name)) one.remove();
  for (const id of ${JSON.stringify(ids)}) {
    const blank = document.createElement("div");
    blank.className = name;
    blank.setAttribute("aria-hidden", "true");
    blank.setAttribute("style", "page: " + name + "; block-size: 1px");
    document.getElementById(id)?.before(blank);
  }
})()`;
}

/**
 * Loads every font of the document, also those that only a margin box uses (they are asked for
 * during the print, which does not wait for them), and looks at the pictures. Gives a line for
 * each that cannot be used.
 *
 * Then the whole document is laid out anew. Chromium keeps what it found while it was still reading: a
 * link that had no text yet when a frame was drawn has a box of its own for ever, and later one
 * annotation a line where others have one for each piece of their text. Whether a frame was drawn just
 * then depends on how busy the machine is.
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
  const root = document.documentElement;
  for (const display of ["none", ""]) {
    root.style.display = display;
    root.getClientRects();
  }
  return [...fonts, ...pictures];
})()`;
