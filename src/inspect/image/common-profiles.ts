import { createHash } from "node:crypto";

/**
 * Profiles of colours that come with systems and libraries, by their SHA-256: the words and numbers
 * in them are nobody's own. In any other there can be words.
 */
const COMMON: ReadonlySet<string> = new Set([
  // sRGB IEC61966-2.1 of Hewlett-Packard, which cameras, Windows and Photoshop put into pictures.
  "3f6d674174f3804eb0dabdac90ae17486e898c5063a66f861c116ea033da8301",
  // sRGB and Display P3 of libvips.
  "c56e1685d888f5edb92fe07f2750f387f8fe8e91b32ff8fb0b56bfbbb9458353",
  "231752984cd4a5278e1b8d2390fe496767d4511fc81f54e1a5c69ae9ab4c42b5",
  // sRGB, grey and Adobe RGB of Ghostscript.
  "eddaf344b5edea13269e0d20055f335610e5e0b6e33e6e536f2701bc18c5f7d5",
  "d3aaaa8ad45ec8a0108fd393a07488073ee24561fd5ed2d1f88c59771278cabd",
  "c0995b8b196223f1c029c013b04d0ee11bce3d3dd8a23f814cac73e50ac0719a",
]);

export function isCommonProfile(profile: Uint8Array): boolean {
  return COMMON.has(createHash("sha256").update(profile).digest("hex"));
}
