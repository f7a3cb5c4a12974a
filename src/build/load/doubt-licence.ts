import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { languageOf } from "../../language/language.ts";
import type { Configuration } from "../../source/configuration.ts";

/** The licence is a link in every book: told where it leads elsewhere than it says. MRK081–MRK083. */
export async function doubtLicence(configuration: Configuration): Promise<readonly Diagnostic[]> {
  const { licence, licencePlace: place } = configuration;
  if (licence === undefined || licence.url === "" || place === undefined) return [];
  // The list of public suffixes is long, and most curricula name no address here.
  const { doubtLink } = await import("../../markup/link-doubts.ts");
  const { tag, script } = languageOf(configuration.language ?? "en");
  const readers = { language: tag, script };
  return doubtLink(licence.url, licence.name, readers).map((doubt) => ({ ...doubt, place }));
}
