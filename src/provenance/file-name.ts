/** What is wrong with the name of a file in a folder, where it comes from a stranger. */
export type NameFault = "outside" | "invisible" | "empty";

const LONGEST_NAME = 4096;
/** Signs that a screen obeys, hides, or turns the order of reading by. */
const INVISIBLE = /[\p{Cc}\p{Cs}\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/u;

/**
 * Undefined for a name that leads to a file inside the folder and can be shown. Names are only
 * ever compared with those of files that were found; this is the second wall, not the first.
 *
 * @param name a POSIX path relative to the folder.
 */
export function findNameFault(name: string): NameFault | undefined {
  if (name === "" || name.length > LONGEST_NAME) return "empty";
  if (INVISIBLE.test(name)) return "invisible";
  if (name.startsWith("/") || /^[A-Za-z]:/.test(name)) return "outside";
  const parts = name.split("/");
  if (parts.includes("..")) return "outside";
  return parts.some((part) => part === "" || part === ".") ? "empty" : undefined;
}
