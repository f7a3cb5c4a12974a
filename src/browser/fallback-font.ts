import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { locateEmbeddedPackage, unpackFallbackFont } from "./embedded-browser.ts";

/**
 * Writes a font configuration into the profile folder that knows one font only, so that on Linux
 * no font of the machine can get into a book: a glyph that the book's own fonts lack comes from
 * Open Sans, whose name the check of the finished PDF then finds. (macOS and Windows do not use
 * fontconfig; there the same check finds the machine's font by its name.) Returns the path for
 * `FONTCONFIG_FILE`, or undefined where the embedded package is not installed.
 */
export async function writeFontConfiguration(profile: string): Promise<string | undefined> {
  if (process.platform !== "linux") return undefined;
  const packed = locateEmbeddedPackage();
  if (packed === undefined) return undefined;
  const fonts = await unpackFallbackFont(packed);
  const path = join(profile, "fonts.conf");
  await writeFile(
    path,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${escapeXml(fonts)}</dir>
  <cachedir>${escapeXml(join(profile, "fontconfig"))}</cachedir>
</fontconfig>
`,
  );
  return path;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
