import type { Resolver } from "../../src/curriculum/link-target.ts";
import { readMarkup } from "../../src/markup/markup.ts";
import { serialise } from "../../src/markup/serialise.ts";
import { WORDING } from "../support/wording.ts";

/** A curriculum of one image, one page and one download. */
export const RESOLVER: Resolver = {
  resolveLink(address) {
    if (address === "") return { kind: "empty" };
    if (/^(?:https?:|mailto:)/.test(address)) return { kind: "external", url: address };
    if (address.startsWith("#")) return { kind: "fragment", fragment: address.slice(1) };
    if (address.startsWith("/keys/")) {
      return { kind: "page", path: "keys.md", fragment: address.split("#")[1] ?? "" };
    }
    if (address === "/form.pdf") return { kind: "file", path: "form.pdf" };
    if (/^[a-z]+:/i.test(address)) return { kind: "refused", reason: "only the web is linked" };
    return { kind: "nowhere", suggestion: "/keys/" };
  },
  resolveImage(address) {
    if (address.startsWith("/lock")) return { kind: "file", path: address.slice(1) };
    if (/^[a-z]+:/i.test(address)) return { kind: "refused", reason: "it is not in this folder" };
    return { kind: "missing" };
  },
  resolveName(name) {
    if (name === "Keys") return { kind: "page", path: "keys.md", fragment: "" };
    if (name === "lock.png") return { kind: "file", path: "lock.png" };
    if (name === "Doors") return { kind: "nowhere", conflicts: ["/a/doors/", "/b/doors/"] };
    return { kind: "nowhere" };
  },
};

export function read(body: string, title = "The page", language = "en") {
  const { value, diagnostics } = readMarkup(
    { path: "a.md", body, bodyLine: 11, header: { title }, language },
    RESOLVER,
    WORDING,
  );
  return {
    document: value,
    xhtml: serialise(value.body.children).trim(),
    diagnostics,
    found: diagnostics.map(({ code, place }) => `${code} ${place.line}:${place.column ?? "-"}`),
  };
}
