/** What Windows and KDE write down of a folder's look, line by line: no line is read that is not here. */

/** A word or a picture that comes with Windows: no path into the folder, no other computer. */
const OF_WINDOWS =
  "@?(?:%systemroot%|%windir%|c:\\\\windows)\\\\(?:system32\\\\)?(?:shell32|imageres|themecpl|wmploc|mmres)\\.dll(?:,-?\\d{1,6})?";
const WINDOWS_LINES = new RegExp(
  `^(?:${[
    "",
    "\\[\\.shellclassinfo\\]",
    "\\[viewstate\\]",
    `(?:localizedresourcename|infotip|iconresource|iconfile)=${OF_WINDOWS}`,
    "iconindex=-?\\d{1,6}",
    "confirmfileop=[01]",
    "nosharing=[01]",
    "mode=\\d{0,2}",
    "vid=(?:\\{[0-9a-f-]{36}\\})?",
    "foldertype=(?:generic|documents|pictures|music|videos)",
  ].join("|")})$`,
  "i",
);
/** The bin of Windows shows what lies in it under names of its own; anywhere else that would deceive. */
const LINES_OF_BIN =
  /^(?:clsid=\{645ff040-5081-101b-9f08-00aa002f954e\}|localizedresourcename=@%systemroot%\\system32\\shell32\.dll,-8964)$/i;
const KDE_LINES =
  /^(?:|\[(?:Desktop Entry|Dolphin|Settings)\]|Icon=[a-z][a-z0-9-]{0,40}|Type=Directory|Timestamp=[\d,:T.-]{1,40}|Version=\d{1,3}|ViewMode=\d|PreviewsShown=(?:true|false)|HiddenFilesShown=(?:true|false)|Sort(?:Role=[a-z]{1,20}|Order=\d))$/;

/** Whether bytes are a `desktop.ini` that names nothing but what comes with Windows. */
export function isFolderSettings(bytes: Uint8Array, path: string): boolean {
  const isInBin = /(?:^|\/)\$recycle\.bin\/s-1-[\d-]+\/desktop\.ini$/i.test(path);
  return readLines(bytes).every(
    (line) => WINDOWS_LINES.test(line) || (isInBin && LINES_OF_BIN.test(line)),
  );
}

/** Whether bytes are a `.directory` of KDE that says how a folder is shown, and no more. */
export function isKdeSettings(bytes: Uint8Array): boolean {
  return readLines(bytes).every((line) => KDE_LINES.test(line));
}

/** Of UTF-16 with its mark, as Windows writes it, or of letters of one byte. */
function readLines(bytes: Uint8Array): readonly string[] {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const buffer = Buffer.from(bytes);
  // Half a letter at the end is not dropped: it is on no list.
  const isEven = buffer.length % 2 === 0;
  const text =
    isWide && isEven ? buffer.subarray(2).toString("utf16le") : buffer.toString("latin1");
  return text.split(/\r\n|\r|\n/).map((line) => line.replace(/[ \t]+$/, ""));
}
