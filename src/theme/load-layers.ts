import { createHash } from "node:crypto";
import { findNearWord } from "../wording/near-word.ts";
import type { Descriptor } from "./descriptor.ts";
import { readDescriptor } from "./read-descriptor.ts";
import { type FaultPlace, fault } from "./theme-error.ts";

/** Where the files of themes come from; the edge gives it. */
export interface ThemeFiles {
  /** The folder of a theme, as it is named in messages: `themes/handout`. */
  readonly folder: string;
  /** Texts by POSIX path relative to the folder. */
  readonly texts: ReadonlyMap<string, string>;
  /** It comes with the product, whose tests have looked at its stylesheets. */
  readonly isBundled?: boolean;
}

/** Finds a theme by name; undefined where there is none. */
export type ThemeFinder = (name: string) => Promise<ThemeFiles | undefined>;

/** One theme of those that make up a theme. */
export interface Layer {
  readonly files: ThemeFiles;
  readonly descriptor: Descriptor;
}

/** Who names a theme: the place is told when it is not there. */
export interface NamedBy extends FaultPlace {
  readonly file: string;
}

/**
 * The theme's layers, base first.
 *
 * @param names of the themes that come with the product, for suggestions.
 * @throws ThemeError (THM001, THM002, THM003).
 */
export async function loadLayers(
  name: string,
  find: ThemeFinder,
  names: readonly string[],
  namedBy: NamedBy,
): Promise<readonly Layer[]> {
  const layers: Layer[] = [];
  const seen: string[] = [];
  let wanted: string | undefined = name;
  let from = namedBy;
  while (wanted !== undefined) {
    if (seen.includes(wanted)) {
      const circle = [...seen, wanted].join(" → ");
      throw fault(
        "THM003",
        from.file,
        `Unexpected circle of themes: ${circle}, expected one that extends no other at its end`,
        "Delete this line, or name another theme in it, such as handout.",
        from,
      );
    }
    seen.push(wanted);
    const files: ThemeFiles | undefined = await find(wanted);
    if (files === undefined) {
      throw fault(
        "THM001",
        from.file,
        `Unexpected theme \`${wanted}\`, expected one that is there`,
        suggestTheme(wanted, names),
        from,
      );
    }
    const { descriptor, extendsAt } = readDescriptor(files);
    layers.unshift({ files, descriptor });
    from = { file: `${files.folder}/theme.yaml`, ...extendsAt };
    wanted = descriptor.extends;
  }
  return layers;
}

/** SHA-256, in hex digits, of the texts of all layers: not of the folders that they are in. */
export function sumLayers(layers: readonly Layer[]): string {
  const said = layers.map(({ files }) =>
    [...files.texts].sort(([one], [other]) => (one < other ? -1 : 1)),
  );
  return createHash("sha256").update(JSON.stringify(said), "utf8").digest("hex");
}

/** What to type for a theme that is not there. */
export function suggestTheme(written: string, names: readonly string[]): string {
  const word = written.toLowerCase().replaceAll(/[_ ]/g, "-");
  const near = names.find((name) => name.startsWith(word)) ?? findNearWord(word, names, 3);
  const suggestion = near === undefined ? "" : `Did you mean ${near}? `;
  return `${suggestion}There is ${names.join(", ")}. A folder of your own begins with ./ or another path: \`--theme ./my-theme\`.`;
}
