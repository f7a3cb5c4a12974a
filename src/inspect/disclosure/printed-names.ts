/** Letters after which a name without its spaces is hardly found by chance in other words. */
const LONG_LETTERS = 10;

/**
 * Tells whether a name stands in the text of a book. Case is not looked at; names may be written
 * with the surname first; pages of a PDF may have gaps where a text has spaces.
 *
 * @param texts what readers see; asked for once, and only where there is a name to look for.
 */
export function findPrinted(texts: () => Iterable<string>): (name: string) => boolean {
  let read: { readonly spaced: string; readonly dense: string } | undefined;
  return (name) => {
    if (read === undefined) {
      const spaced = [...texts()].map(fold).join("\n");
      read = { spaced, dense: spaced.replace(/\s+/g, "") };
    }
    const { spaced, dense } = read;
    const isFound = (spelling: string) => {
      const letters = spelling.replace(/\s+/g, "");
      return (
        standsAlone(spaced, spelling) || (letters.length >= LONG_LETTERS && dense.includes(letters))
      );
    };
    const parts = name
      .split(/;|\s&\s/)
      .map((part) => part.trim())
      .filter((part) => part !== "");
    return parts.length > 0 && parts.every((part) => spellings(part).some(isFound));
  };
}

/** Not as a part of longer words. */
function standsAlone(text: string, name: string): boolean {
  if (name === "") return false;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const isInWord = [text[at - 1], text[at + name.length]].some((sign) =>
      /\p{L}/u.test(sign ?? ""),
    );
    if (!isInWord) return true;
  }
  return false;
}

function spellings(name: string): readonly string[] {
  const [last = "", first, ...rest] = name.split(",");
  const turned = first === undefined || rest.length > 0 ? [] : [fold(`${first} ${last}`)];
  // A licence is printed by its name, with its address behind it as a link.
  const plain = fold(name.replace(/\s+https?:\S+$/, ""));
  const folded = [plain, ...turned];
  // Lines from right to left may stand in a PDF as they are seen.
  return [...folded, ...folded.map((one) => [...one].reverse().join(""))];
}

function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u00AD\u200B-\u200F\u2066-\u2069]+/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
