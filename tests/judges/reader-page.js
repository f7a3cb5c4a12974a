// Runs in the browser: a small reading system around foliate-js, which `page-through.ts` drives.
import { FootnoteHandler } from "/foliate/footnotes.js";
import "/foliate/view.js";

/** As reading systems do it at night: colours of their own on the page, the book told of it. */
const NIGHT = `
  html { color-scheme: dark; }
  html, body { background: #121212 !important; color: #e0e0e0 !important; }
  a:link, a:visited { color: #9ecbff !important; }
`;
const DAY = "html { color-scheme: light; }";

let view;
let place;

/** What stands on the page that is shown. */
function describePage() {
  const { range, index } = place;
  const text = range?.toString().replaceAll(/\s+/g, " ").trim() ?? "";
  const hasImage = range?.cloneContents().querySelector("img, svg") != null;
  const { page, pages, atEnd } = view.renderer;
  return { index, page, pages, atEnd, isBlank: text === "" && !hasImage };
}

function currentDocument() {
  return view.renderer.getContents()[0].doc;
}

const frame = () => new Promise((settle) => requestAnimationFrame(() => settle()));

/** True when an element has a box that can be seen on the page that is shown. */
function isShown(element) {
  const outer = element.ownerDocument.defaultView.frameElement.getBoundingClientRect();
  return [...element.getClientRects()].some((rect) => {
    const left = rect.left + outer.left;
    const top = rect.top + outer.top;
    return left + rect.width > 0 && left < innerWidth && top + rect.height > 0 && top < innerHeight;
  });
}

/** Goes to an address in the book. Returns what is wrong, or nothing. */
async function follow(href) {
  const resolved = view.resolveNavigation(href);
  if (!resolved || resolved.index < 0) return `leads to no document of the spine: ${href}`;
  await view.goTo(href);
  await frame();
  if (place.index !== resolved.index) return `does not arrive in its document: ${href}`;
  const id = href.split("#")[1];
  if (id === undefined) return describePage().isBlank ? `arrives on a blank page: ${href}` : "";
  const target = currentDocument().getElementById(decodeURIComponent(id));
  if (target === null) return `leads to an id that is not there: ${href}`;
  if (!isShown(target)) return `arrives where its target cannot be seen: ${href}`;
  return "";
}

/** Touches a note's reference: the note comes up beside the text, by itself. */
async function popUp(link, href) {
  const handler = new FootnoteHandler();
  let shown;
  let settled;
  handler.addEventListener("before-render", ({ detail }) => {
    settled = new Promise((settle) => {
      detail.view.addEventListener("relocate", settle, { once: true });
      // A busy machine needs long; what closes before it has painted throws.
      setTimeout(settle, 20_000);
    });
    detail.view.style.cssText = "position: fixed; inset: 50% 0 0 0; visibility: hidden";
    document.body.append(detail.view);
  });
  handler.addEventListener("render", ({ detail }) => {
    shown = detail;
  });
  const popping = handler.handle(view.book, { detail: { a: link, href }, preventDefault() {} });
  if (popping === undefined) return `is not known as a reference to a note: ${href}`;
  await popping;
  const text = shown.target?.ownerDocument.body.textContent.trim() ?? "";
  await settled;
  // It paints once more after it has arrived.
  await frame();
  await frame();
  shown.view.close();
  shown.view.remove();
  if (shown.type !== "footnote" && shown.type !== "endnote") return `pops up as no note: ${href}`;
  return text === "" ? `pops up without text: ${href}` : "";
}

const listEntries = (entries, rank = 1) =>
  (entries ?? []).flatMap(({ label, href, subitems }) => [
    { label, href, rank },
    ...listEntries(subitems, rank + 1),
  ]);

const luminance = (rgb) => {
  const [r, g, b] = rgb.map((part) => {
    const one = part / 255;
    return one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one, other) => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

/** The parts of a computed colour; the browser writes `rgb()`, `rgba()` or `color(srgb …)`. */
function readColour(text) {
  const scale = text.startsWith("color(") ? 255 : 1;
  const [r, g, b, alpha = 1] = (text.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number);
  return { rgb: [r * scale, g * scale, b * scale], alpha };
}

function backgroundOf(element, night) {
  const { defaultView } = element.ownerDocument;
  for (let one = element; one; one = one.parentElement) {
    const { rgb, alpha } = readColour(defaultView.getComputedStyle(one).backgroundColor);
    if (alpha >= 0.5) return rgb;
  }
  return night ? [18, 18, 18] : [255, 255, 255];
}

/** Every element of the document that has text of its own. */
function* listTexts(doc) {
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.data.trim() !== "" && node.parentElement.getClientRects().length > 0) yield node;
  }
}

const shorten = (text) => text.replaceAll(/\s+/g, " ").trim().slice(0, 60);

window.reader = {
  async open(address) {
    view = document.createElement("foliate-view");
    document.body.append(view);
    const file = new File([await (await fetch(address)).blob()], "book.epub");
    await view.open(file);
    view.renderer.addEventListener("relocate", ({ detail }) => {
      place = detail;
    });
    // Links are followed by this page alone.
    view.addEventListener("link", (event) => event.preventDefault());
    view.renderer.setStyles(DAY);
    return {
      direction: view.book.dir ?? "ltr",
      sections: view.book.sections.map(({ id, linear }) => ({ id, isLinear: linear !== "no" })),
      contents: listEntries(view.book.toc),
      pageList: listEntries(view.book.pageList),
      landmarks: listEntries(view.book.landmarks),
    };
  },

  async goToSection(index) {
    await view.goTo(index);
    await frame();
    await currentDocument().fonts.ready;
    return describePage();
  },

  /** Turns a page as a reader's finger does: to the left in a book that runs to the left. */
  async turn() {
    await (view.book.dir === "rtl" ? view.goLeft() : view.goRight());
    await frame();
    return describePage();
  },

  follow,

  /** Follows every link of the document that stays in the book, a note's way back as well. */
  async followLinks(index) {
    await view.goTo(index);
    const section = view.book.sections[index];
    const from = section.id;
    const isNote = (link) => /\bdoc-noteref\b/.test(link.getAttribute("role") ?? "");
    const links = [...currentDocument().querySelectorAll("a[href]")]
      .map((link) => ({ href: section.resolveHref(link.getAttribute("href")), link }))
      .filter(({ href }) => !view.book.isExternal(href))
      .map(({ href, link }) => ({ href, id: link.id, isNote: isNote(link) }));
    const faults = [];
    let notes = 0;
    for (const link of currentDocument().querySelectorAll('a[role~="doc-noteref"]')) {
      const fault = await popUp(link, section.resolveHref(link.getAttribute("href")));
      if (fault !== "") faults.push(fault);
    }
    for (const { href, id, isNote } of links) {
      const fault = await follow(href);
      if (fault !== "") {
        faults.push(fault);
        continue;
      }
      if (!isNote) continue;
      notes += 1;
      const note = currentDocument().getElementById(decodeURIComponent(href.split("#")[1] ?? ""));
      if ((note?.textContent.trim() ?? "") === "") faults.push(`note without text: ${href}`);
      const back = note?.querySelector('a[role~="doc-backlink"]')?.getAttribute("href");
      if (back == null) {
        faults.push(`note without a way back: ${href}`);
        continue;
      }
      const returned = await follow(view.book.sections[place.index].resolveHref(back));
      if (returned !== "") faults.push(`the way back from ${href} ${returned}`);
      else if (place.index !== index) faults.push(`the way back from ${href} leaves ${from}`);
      else if (id !== "" && !back.endsWith(`#${id}`)) {
        // A note that is referred to twice leads back to its first reference.
        const first = currentDocument().querySelector(`a[href$="#${CSS.escape(note.id)}"]`);
        if (first?.id !== back.split("#")[1]) faults.push(`the way back from ${href} is another`);
      }
    }
    return { links: links.length, notes, faults };
  },

  async setNight(night) {
    view.renderer.setStyles(night ? NIGHT : DAY);
    document.body.style.background = night ? "#121212" : "#fff";
    await frame();
    await frame();
  },

  /** What cannot be read in the document that is shown: too faint, or out of the page. */
  findUnreadable(night) {
    const doc = currentDocument();
    const { size } = view.renderer;
    const faults = [];
    for (const node of listTexts(doc)) {
      const element = node.parentElement;
      const text = shorten(node.data);
      const name = `<${element.localName} class="${element.className}">`;
      const { rgb } = readColour(doc.defaultView.getComputedStyle(element).color);
      const ratio = contrast(rgb, backgroundOf(element, night));
      if (ratio < 4.5) faults.push(`contrast ${ratio.toFixed(1)} in ${name} "${text}"`);
      const range = doc.createRange();
      range.selectNodeContents(node);
      for (const { left, right, width } of range.getClientRects()) {
        // A pixel of rounding, and spaces that hang over the edge.
        if (width < 2 || Math.floor((left + 2) / size) === Math.floor((right - 2) / size)) continue;
        faults.push(`text runs out of the page in ${name} "${text}"`);
        break;
      }
    }
    return faults;
  },

  close() {
    view.close();
    view.remove();
  },
};
