import { checkConfiguration } from "./check-configuration.ts";
import { checkDrawing } from "./check-drawing.ts";
import { checkLinks } from "./check-links.ts";
import { checkPage } from "./check-page.ts";
import { checkPicture } from "./check-picture.ts";
import { checkStranger } from "./check-stranger.ts";

/** What must hold of every case, by subject. Each throws where it does not. */
export const CHECKS = {
  header: checkPage,
  markdown: checkPage,
  html: checkPage,
  links: checkLinks,
  configuration: checkConfiguration,
  drawing: checkDrawing,
  picture: checkPicture,
  stranger: checkStranger,
} as const;

export type SubjectName = keyof typeof CHECKS;
