import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import type { PreparedImage } from "../../image/image.ts";
import type { Theme } from "../../theme/theme.ts";
import type { LoadedCurriculum } from "../load/load-curriculum.ts";
import { openBrand } from "../load/open-brand.ts";
import { openStrings } from "../load/open-strings.ts";
import { openTheme } from "../load/open-theme.ts";
import { wordingOf } from "../load/open-vocabulary.ts";
import { createDocumentStore, type DocumentStore } from "./document-store.ts";

/** A theme as the books of a curriculum wear it. */
export interface OpenedTheme {
  /** In the colours of the brand and with the words of the curriculum, where there are any. */
  readonly theme: Theme;
  readonly logo: PreparedImage | undefined;
  readonly documents: DocumentStore;
  /** About the brand and the words. */
  readonly diagnostics: readonly Diagnostic[];
}

/** @throws ThemeError, RequestError. */
export async function dressTheme(
  host: Host,
  loaded: LoadedCurriculum,
  name: string | undefined,
): Promise<OpenedTheme> {
  const spoken = openStrings(loaded, await openTheme(host, loaded, name));
  const { theme, logo, diagnostics } = await openBrand(host, loaded, spoken.value);
  const documents = createDocumentStore(loaded, wordingOf(loaded, theme));
  return { theme, logo, documents, diagnostics: [...spoken.diagnostics, ...diagnostics] };
}
