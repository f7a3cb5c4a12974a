/**
 * The path that a page's translation has as a file, in the layout of its curriculum: in the folder of
 * the other language, or with its suffix. A page without a language in its path gets a suffix.
 *
 * @param path POSIX, as is `basePath`, the same without its language.
 * @param language canonical tag.
 */
export function translatedPath(path: string, basePath: string, language: string): string {
  const parts = path.split("/");
  const bases = basePath.split("/");
  if (parts.length === bases.length + 1) {
    const at = parts.findIndex((part, index) => part !== bases[index]);
    return parts.with(at, language).join("/");
  }
  return basePath.replace(/(\.[^./]+)$/, `.${language}$1`);
}
