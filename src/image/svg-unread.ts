import { PROPERTIES } from "./svg-properties.ts";

/** Properties that editors write and that change nothing in what we draw of shapes and words. */
const IDLE: ReadonlySet<string> = new Set(
  "-webkit-print-color-adjust alignment-adjust background backface-visibility border-color break-after caret-color clip color-adjust color-interpolation-filters color-rendering cursor dominant-adjust enable-background flood-color flood-opacity font-kerning font-optical-sizing font-synthesis image-rendering inline-size isolation lighting-color line-height margin outline page-break-after paint-color pointer-events print-color-adjust shape-inside shape-margin shape-padding solid-color solid-opacity speak tab-size text-align text-rendering touch-action unicode-bidi user-select white-space will-change".split(
    " ",
  ),
);
/** The same, by how their names begin: for one program, or names of the author's own. */
const IDLE_KIND =
  /^(?:-|block-progression|font-feature|font-variant|font-variation|text-decoration-|text-orientation|transition|animation)/;
/** What asks for nothing, whatever it is asked of. */
const ASKS_NOTHING =
  /^(?:normal|none|auto|inherit|initial|unset|baseline|lr|lr-tb|horizontal|horizontal-tb|0(?:px|%)?)?$/i;

/** How many are kept: a message names the first. */
const MOST = 20;
/** What stands before a bracket; a value's own words are not repeated. */
const KIND = /^[a-z-]{1,30}(?=\()/i;

/** What a drawing asks of its shapes and is not drawn, as messages call it. */
export class Unread {
  readonly #found = new Set<string>();

  get names(): readonly string[] {
    return [...this.#found];
  }

  /** A declaration that is not read: its property, with the kind of its value. */
  declaration(property: string, text: string): void {
    const value = text.trim();
    if (!/^[a-z][a-z-]{1,40}$/.test(property) || ASKS_NOTHING.test(value)) return;
    if (!PROPERTIES.has(property) && (IDLE.has(property) || IDLE_KIND.test(property))) return;
    const kind = KIND.exec(value)?.[0].toLowerCase();
    this.add(kind === undefined ? property : `${property}: ${kind}()`);
  }

  add(name: string): void {
    if (this.#found.size < MOST) this.#found.add(name);
  }
}
