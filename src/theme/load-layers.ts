import { createHash } from "node:crypto";
import type { Told } from "../diagnostics/diagnose.ts";
import type { Place } from "../diagnostics/diagnostic.ts";
import { findNearWord } from "../wording/near-word.ts";
import type { Descriptor } from "./descriptor.ts";
import { readDescriptor } from "./read-descriptor.ts";
import { diagnose } from "./rules.ts";
import { type FaultPlace, placeIn, themeError } from "./theme-error.ts";
import type { ThemeFiles, ThemeFinder } from "./theme-files.ts";

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
      throw themeError(diagnose("THM003", placeIn(from.file, from), { circle }));
    }
    seen.push(wanted);
    const files: ThemeFiles | undefined = await find(wanted);
    if (files === undefined) {
      throw themeError(describeAbsent(wanted, names, placeIn(from.file, from)));
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

/** A theme that is not there (THM001). */
export function describeAbsent(theme: string, known: readonly string[], place: Place): Told {
  const word = theme.toLowerCase().replaceAll(/[_ ]/g, "-");
  const near = known.find((name) => name.startsWith(word)) ?? findNearWord(word, known, 3);
  const names = known.join(", ");
  return near === undefined
    ? diagnose("THM001 theme unknown", place, { theme, names })
    : diagnose("THM001 theme near", place, { theme, near, names });
}
