/** What Windows and KDE write down of a folder's look, line by line: no line is read that is not here. */

/** A picture that comes with Windows: no path into the folder, no other computer. */
const OF_WINDOWS =
  "@?(?:%systemroot%|%windir%|c:\\\\windows)\\\\(?:system32\\\\)?(?:shell32|imageres|themecpl|wmploc|mmres)\\.dll(?:,-?\\d{1,5})?";
/** The view of a folder that Windows names, where it names one. */
const VIEW = "\\{137E7700-3573-11CF-AE69-08002B2E1262\\}";
const WINDOWS_LINES = compile("i", [
  "\\[\\.shellclassinfo\\]",
  "\\[viewstate\\]",
  `(?:iconresource|iconfile)=${OF_WINDOWS}`,
  "iconindex=-?\\d{1,5}",
  "confirmfileop=[01]",
  "nosharing=[01]",
  "mode=\\d?",
  `vid=(?:${VIEW})?`,
  "foldertype=(?:generic|documents|pictures|music|videos)",
]);
/** The bin of Windows shows what lies in it under names of its own; anywhere else that would deceive. */
const LINES_OF_BIN =
  /^(?:clsid=\{645ff040-5081-101b-9f08-00aa002f954e\}|localizedresourcename=@%systemroot%\\system32\\shell32\.dll,-8964)$/i;
/** Pictures of folders that come with KDE. */
const ICONS =
  "black|blue|brown|cyan|green|grey|magenta|orange|red|violet|white|yellow|books|documents|download|downloads|favorites|html|image|important|locked|music|pictures|print|private|publicshare|sound|text|txt|video|videos";
const KDE_LINES = compile("", [
  "\\[(?:Desktop Entry|Dolphin|Settings)\\]",
  `Icon=folder(?:-(?:${ICONS}))?`,
  "Type=Directory",
  "Timestamp=20\\d\\d(?:,\\d{1,2}){5}(?:\\.\\d{1,3})?",
  "Version=\\d",
  "ViewMode=[0-2]",
  "(?:PreviewsShown|HiddenFilesShown)=(?:true|false)",
  "SortRole=(?:text|size|modificationtime|creationtime|accesstime|type)",
  "SortOrder=[01]",
]);

function compile(flags: string, lines: readonly string[]): RegExp {
  return new RegExp(`^(?:${lines.join("|")})$`, flags);
}

/** Whether bytes are a `desktop.ini` that names nothing but what comes with Windows. */
export function isFolderSettings(bytes: Uint8Array, path: string): boolean {
  const isInBin = /(?:^|\/)\$recycle\.bin\/s-1-[\d-]+\/desktop\.ini$/i.test(path);
  return areSettings(
    bytes,
    (line) => WINDOWS_LINES.test(line) || (isInBin && LINES_OF_BIN.test(line)),
  );
}

/** Whether bytes are a `.directory` of KDE that says how a folder is shown, and no more. */
export function isKdeSettings(bytes: Uint8Array): boolean {
  return areSettings(bytes, (line) => KDE_LINES.test(line));
}

/** A line that stands twice, or many that are empty, could count something for whoever reads them. */
function areSettings(bytes: Uint8Array, isKnown: (line: string) => boolean): boolean {
  const lines = readLines(bytes);
  const filled = lines.filter((line) => line !== "");
  const keys = filled.map((line) => line.replace(/=.*$/, "").toLowerCase());
  return (
    filled.every(isKnown) &&
    new Set(keys).size === keys.length &&
    lines.length <= 2 * filled.length + 2
  );
}

/** Of UTF-16 with its mark, as Windows writes it, or of letters of one byte. */
function readLines(bytes: Uint8Array): readonly string[] {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const buffer = Buffer.from(bytes);
  // Half a letter at the end is not dropped: it is on no list.
  const isEven = buffer.length % 2 === 0;
  const text =
    isWide && isEven ? buffer.subarray(2).toString("utf16le") : buffer.toString("latin1");
  return text.split(/\r\n|\r|\n/);
}
