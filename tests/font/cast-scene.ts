import { before } from "node:test";
import { type FontSet, loadFonts } from "../../src/font/load-fonts.ts";
import { nodeFileSystem } from "../../src/host/node-file-system.ts";

export const scripts = ["Hans", "Hant", "Jpan", "Kore"];

export let fonts: FontSet;

export const SAMPLES: readonly (readonly [script: string, family: string, text: string])[] = [
  ["Hans", "Noto Sans SC", "请锁好手机，再出门。VPN 2"],
  ["Hant", "Noto Sans TC", "請鎖好手機，再出門。ㄅㄆ VPN 2"],
  ["Jpan", "Noto Sans JP", "電話に鍵をかけて、出かける。VPN 2"],
  ["Kore", "Noto Sans KR", "전화를 잠그고 나갑니다. 門 VPN 2"],
];

/** Before and after the tests of a file. */
export function prepare(): void {
  before(async () => {
    fonts = await loadFonts(nodeFileSystem, { scripts: new Set(scripts), isWide: false });
  });
}
