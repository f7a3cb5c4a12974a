import { fileURLToPath } from "node:url";
import type { FileSystem } from "../../host/file-system.ts";
import { readVocabularies } from "../../theme/read-vocabulary.ts";
import type { Theme } from "../../theme/theme.ts";
import type { Vocabulary } from "../../wording/vocabulary.ts";
import { compileWording, type Wording } from "../../wording/wording.ts";

/** The product's own themes, beside `src/` and `dist/` alike. */
export const THEMES = fileURLToPath(new URL("../../../themes", import.meta.url));

/**
 * By which words pages say what a part of them is, as the product knows them. They do not depend on
 * the theme of a book: what is a trainer's note in one look is one in all.
 */
export async function openVocabulary(fileSystem: FileSystem): Promise<readonly Vocabulary[]> {
  const folder = `${THEMES}/handout`;
  const { files } = await fileSystem.listFiles(`${folder}/vocabulary`, { enter: () => false });
  const texts = new Map<string, string>();
  for (const file of files) {
    if (!file.path.endsWith(".yaml")) continue;
    const bytes = await fileSystem.readFile(file);
    texts.set(`vocabulary/${file.path}`, new TextDecoder().decode(bytes));
  }
  return readVocabularies({ folder, texts });
}

/** The words that hold for a curriculum, and those that a theme of one's own adds. */
export function wordingOf(
  {
    vocabulary,
    wording,
  }: { readonly vocabulary: readonly Vocabulary[]; readonly wording: Wording },
  theme: Pick<Theme, "vocabulary">,
): Wording {
  return theme.vocabulary.length === 0
    ? wording
    : compileWording([...vocabulary, ...theme.vocabulary]);
}
