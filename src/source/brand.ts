import type { Place } from "../diagnostics/diagnostic.ts";
import type { Values } from "./configuration-values.ts";
import { plainLine } from "./plain-line.ts";
import type { YamlPosition, YamlTree } from "./yaml.ts";

/** An organisation's looks, as `brand:` in `handpress.yaml` gives them. */
export interface Brand {
  /** Empty where the publisher's name stands for it. */
  readonly name: string;
  /** Lines of plain text. */
  readonly contact: readonly string[];
  readonly logo?: { readonly path: string; readonly place: Place };
  /** Each as `#rrggbb`, in lower case. */
  readonly colours: Readonly<
    Partial<Record<BrandColour, { readonly colour: string; readonly place: Place }>>
  >;
}

export type BrandColour = "accent" | "ink" | "paper";

/** More would not stand on an imprint page. */
const LINES_MOST = 8;

/** @param tree of the whole configuration, for the places. */
export function readBrand(
  brand: NonNullable<Values["brand"]>,
  tree: YamlTree,
  at: (position: YamlPosition) => Place,
): Brand {
  const place = (...path: readonly string[]) => at(findValue(tree, ["brand", ...path]).at);
  const lines = Array.isArray(brand.contact) ? brand.contact : [brand.contact ?? ""];
  const colours: Partial<Record<BrandColour, { colour: string; place: Place }>> = {};
  for (const name of ["accent", "ink", "paper"] as const) {
    const colour = brand.colours?.[name];
    if (colour === undefined) continue;
    colours[name] = { colour: colour.toLowerCase(), place: place("colours", name) };
  }
  return {
    name: plainLine(brand.name ?? ""),
    contact: lines
      .flatMap((line) => line.split("\n"))
      .map(plainLine)
      .filter((line) => line !== "")
      .slice(0, LINES_MOST),
    ...(brand.logo === undefined
      ? {}
      : {
          logo: {
            path: brand.logo.replaceAll("\\", "/").replace(/^(\.\/)+/, ""),
            place: place("logo"),
          },
        }),
    colours,
  };
}

/** The deepest part of a path that is there. */
export function findValue(tree: YamlTree, path: readonly string[]): YamlTree {
  const [key, ...rest] = path;
  if (key === undefined || tree.kind !== "map") return tree;
  const entry = tree.entries.find((one) => one.key === key);
  return entry === undefined ? tree : findValue(entry.value, rest);
}
