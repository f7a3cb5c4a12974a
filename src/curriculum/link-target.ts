import type { UnreadablePage } from "../source/pages.ts";

/** What a link's address means in this curriculum. Made by `curriculum`, asked by `markup`. */
export type LinkTarget =
  /** `http:`, `https:` or `mailto:`, normalised by the URL parser. */
  | {
      readonly kind: "external";
      readonly url: string;
      /** Of a mail address, what is left out of it: `cc`, further recipients. */
      readonly dropped?: readonly string[];
    }
  /** A page of the curriculum; `fragment` as written, without `#`. */
  | { readonly kind: "page"; readonly path: string; readonly fragment: string }
  /** A place in the same page. */
  | { readonly kind: "fragment"; readonly fragment: string }
  /** A file of the curriculum that is no page (a download): printed as text. */
  | { readonly kind: "file"; readonly path: string }
  /** `[text]()`. */
  | { readonly kind: "empty" }
  /**
   * Site-internal and leads nowhere. `suggestion` is a permalink; `unreadable` the page that has
   * this permalink and could not be read; `conflicts` are the files of the pages that share it.
   */
  | {
      readonly kind: "nowhere";
      readonly suggestion?: string;
      readonly unreadable?: UnreadablePage;
      readonly conflicts?: readonly string[];
    }
  /** `javascript:`, `file:`, `data:` and every other scheme: refused. */
  | { readonly kind: "refused"; readonly reason: string };

export type ImageTarget =
  /** A file of the curriculum: POSIX path relative to its root, spelled as on the disk. */
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "missing"; readonly suggestion?: string; readonly unreadable?: UnreadablePage }
  /** Outside the curriculum, or remote, or another scheme. */
  | { readonly kind: "refused"; readonly reason: string };

/** Answers of the curriculum that a page needs; pure. */
export interface Resolver {
  resolveLink(address: string): LinkTarget;
  resolveImage(address: string): ImageTarget;
  /** What a wiki's `[[name]]` means; `conflicts` are addresses to choose from. */
  resolveName(name: string): LinkTarget;
}
