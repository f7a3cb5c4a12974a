/**
 * What `@sparticuz/chromium` 153.0.0 holds, with the SHA-256 of each file as it must be after
 * unpacking. A new version of the package needs new sums here:
 * `brotli -dc bin/chromium.br | sha256sum`, and the same for each file of the two archives.
 */
export const EMBEDDED_VERSION = "153.0.0";

export interface EmbeddedFile {
  /** Below the cache folder. */
  readonly path: string;
  readonly sha256: string;
  readonly executable?: boolean;
}

/** The program itself, alone in `bin/chromium.br`. */
export const EMBEDDED_PROGRAM: EmbeddedFile = {
  path: "chromium",
  sha256: "53a15d6c3a3d27dfb54c4ba60278b1683136f70cf1e67e989da7dfbd3d451ef0",
  executable: true,
};

/** `bin/al2023.tar.br`: the shared libraries that a bare Linux lacks. Paths are the archive's. */
export const EMBEDDED_LIBRARIES: readonly EmbeddedFile[] = [
  {
    path: "lib/libexpat.so.1",
    sha256: "b6469f9229d71eb9ea477127d79f96b224e7615e381296babf748d2eeab4c528",
  },
  {
    path: "lib/libfreebl3.chk",
    sha256: "dee30c7017e8d2bdde352cc16cab57b099a19786c3e00ec5e5cd22651261e828",
  },
  {
    path: "lib/libfreebl3.so",
    sha256: "3759becbf646f298b63e1a79e25a3d99da7489d8c8d256a7bf96ddfc1b514d32",
  },
  {
    path: "lib/libfreeblpriv3.chk",
    sha256: "79b819e9f7b546cc6ae78973389a1369e7b24b61a48945f19608edbc39beb7e7",
  },
  {
    path: "lib/libfreeblpriv3.so",
    sha256: "5eade0239499e94a14d861310ad0f5428e067458eb491261c82e2402667bde58",
  },
  {
    path: "lib/libnspr4.so",
    sha256: "604496a3e00be99388f39405932d441fb72a6150a9c5ed60405b42aa1d8f4890",
  },
  {
    path: "lib/libnss3.so",
    sha256: "f1daddb90577adad7bc644bf5fd7511b5c2a0a11db6d76f71dc51afcf09664b5",
  },
  {
    path: "lib/libnssutil3.so",
    sha256: "5160a03b844266c763cd2579ff1183b6179424e9cf8bed87af4f36ff2100789a",
  },
  {
    path: "lib/libplc4.so",
    sha256: "dabf51b4cb5c5c03ad3b79ec3492e15611022de69d0d8dfb6c5d66d35e86d2ee",
  },
  {
    path: "lib/libplds4.so",
    sha256: "a1753d3da3586f695ff8867b62fed7fecf064deaaf3202143e485ad6d08c949c",
  },
  {
    path: "lib/libsoftokn3.chk",
    sha256: "b9b15bf1328e4d206293dba0d8f4a9499ab28512667c9bbb1631bf534a222495",
  },
  {
    path: "lib/libsoftokn3.so",
    sha256: "1609b9fde2121649aff341bc457fe290dca7d0e8ba7291dda5244bfa3d0eee60",
  },
];

/** `bin/fonts.tar.br`: the fallback font, one face of it. Paths are the archive's. */
export const EMBEDDED_FONTS: readonly EmbeddedFile[] = [
  {
    path: "fonts/Open_Sans/OpenSans-Regular.ttf",
    sha256: "c53aceea2dcf5b4098099c0c4d0a061d17e178a049317b42a422b1a9f7f8eb59",
  },
];

/** The PostScript name that shows in a PDF when a glyph came from the fallback font. */
export const FALLBACK_FONT_NAME = "OpenSans-Regular";
