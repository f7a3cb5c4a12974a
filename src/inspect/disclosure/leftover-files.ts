import type { PrivacyCode } from "./privacy-rules.ts";

/** Files that systems and programs leave behind, by name in small letters. */
const LEFTOVERS: readonly (readonly [RegExp, PrivacyCode])[] = [
  // Names of all files of the folder, also those that were taken out.
  [/(?:^|\/)\.ds_store$|(?:^|\/)(?:thumbs|ehthumbs)\.db$|(?:^|\/)\._[^/]+$|^__macosx\//, "TEL703"],
  // User and machine of who had a document open.
  [/(?:^|\/)\.~lock\.[^/]*#$|(?:^|\/)~\$[^/]+$/, "TEL703"],
  // The account that bought a book.
  [/(?:^|\/)itunesmetadata(?:-original)?\.plist$|(?:^|\/)meta-inf\/sinf\.xml$/, "TEL703"],
  [
    /(?:^|\/)\.(?:git|svn|hg|bzr)\/|(?:^|\/)\.(?:bash_history|directory|spotlight-v100|fseventsd|trashes)\b/,
    "TEL703",
  ],
  [/(?:^|\/)desktop\.ini$|\.(?:part|crdownload|tmp|bak|swp|orig)$|~$|(?:^|\/)\.nomedia$/, "TEL704"],
  [/(?:^|\/)(?:calibre_bookmarks\.txt|itunesartwork|bookmarks\.xml)$/, "TEL704"],
];

/**
 * @param name of a file in a folder or archive.
 * @returns undefined where the name is not that of something left behind.
 */
export function classifyLeftover(name: string): PrivacyCode | undefined {
  const lower = name.toLowerCase();
  return LEFTOVERS.find(([pattern]) => pattern.test(lower))?.[1];
}
