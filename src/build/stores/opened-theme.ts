import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import type { PreparedImage } from "../../image/image.ts";
import type { Theme } from "../../theme/theme.ts";
import type { LoadedCurriculum } from "../load/load-curriculum.ts";
import { openBrand } from "../load/open-brand.ts";
import { openTheme } from "../load/open-theme.ts";
import { wordingOf } from "../load/open-vocabulary.ts";
import { createDocumentStore, type DocumentStore } from "./document-store.ts";

/** A theme as the books of a curriculum wear it. */
export interface OpenedTheme {
  /** In the colours of the brand, where there is one. */
  readonly theme: Theme;
  readonly logo: PreparedImage | undefined;
  readonly documents: DocumentStore;
  /** About the brand. */
  readonly diagnostics: readonly Diagnostic[];
}

/** @throws ThemeError, RequestError. */
export async function dressTheme(
  host: Host,
  loaded: LoadedCurriculum,
  name: string | undefined,
): Promise<OpenedTheme> {
  const plain = await openTheme(host, loaded, name);
  const { theme, logo, diagnostics } = await openBrand(host, loaded, plain);
  const documents = createDocumentStore(loaded, wordingOf(loaded, theme));
  return { theme, logo, documents, diagnostics };
}
