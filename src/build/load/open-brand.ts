import type { Diagnostic, Place } from "../../diagnostics/diagnostic.ts";
import { FileSystemError } from "../../host/file-system.ts";
import type { Host } from "../../host/host.ts";
import type { PreparedImage } from "../../image/image.ts";
import { diagnose } from "../../image/rules.ts";
import { composeText } from "../../language/text-form.ts";
import { applyBrand } from "../../theme/apply-brand.ts";
import type { Theme } from "../../theme/theme.ts";
import { findNearWord } from "../../wording/near-word.ts";
import type { LoadedCurriculum } from "./load-curriculum.ts";
import { openImage } from "./open-image.ts";

/** A theme in the colours of a brand, and the brand's logo. */
export interface OpenedBrand {
  readonly theme: Theme;
  readonly logo?: PreparedImage;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What `brand:` of the configuration makes of a theme. The logo goes the way of every picture: read
 * inside the curriculum only, decoded, written again, bounded.
 *
 * Adds THM012 for a colour that could not be seen, IMG001–IMG004 and IMG007 for a logo that cannot
 * be had: a book without its mark is a book.
 */
export async function openBrand(
  host: Host,
  loaded: LoadedCurriculum,
  plain: Theme,
): Promise<OpenedBrand> {
  const { brand } = loaded.configuration;
  if (brand === undefined) return { theme: plain, diagnostics: [] };
  const { value: theme, diagnostics } = applyBrand(plain, brand.colours);
  if (brand.logo === undefined) return { theme, diagnostics };
  const logo = await openLogo(host, loaded, brand.logo);
  return "bytes" in logo
    ? { theme, logo, diagnostics }
    : { theme, diagnostics: [...diagnostics, logo] };
}

async function openLogo(
  host: Host,
  { files, find, configuration }: LoadedCurriculum,
  { path, place }: { readonly path: string; readonly place: Place },
): Promise<PreparedImage | Diagnostic> {
  // What the listing has is a file inside the curriculum: no link leads out of it.
  const listed = files.find((file) => composeText(file) === composeText(path));
  if (listed === undefined) {
    const near = findNearWord(path, files.filter(isPicture), 4);
    const hint = near === undefined ? "unknown" : "near";
    return diagnose(`IMG007 absent ${hint}`, place, { path, near: near ?? "" });
  }
  try {
    const outcome = await openImage(host, path, find(listed), configuration.limits);
    if (outcome.image !== undefined) return outcome.image;
    const { code, message, hint } = outcome.diagnostic;
    return { ...diagnose("IMG007 unfit", place, { message, path, hint }), code };
  } catch (error) {
    if (!(error instanceof FileSystemError)) throw error;
    return diagnose("IMG007 closed", place, { path });
  }
}

function isPicture(path: string): boolean {
  return /\.(png|jpe?g|svg|gif|webp|avif|tiff?)$/i.test(path);
}
