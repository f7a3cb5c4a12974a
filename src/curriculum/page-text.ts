import { findMainScript, type ScriptWeights, weighScripts } from "../language/scripts.ts";
import type { Page } from "../source/page.ts";

/** Enough of a page to know its script and language by. */
const READ_UNITS = 30_000;

/** What people read of a page in their language, and in which scripts it is. */
export interface PageText {
  readonly text: string;
  readonly scripts: ScriptWeights;
  /** Of the title: a page with many foreign words is in the language of its title. */
  readonly titleScript: string | undefined;
}

export function readPageText({ header, body }: Page): PageText {
  const text = `${header.title}\n${header.summary}\n${readProse(body.slice(0, READ_UNITS))}`;
  return {
    text,
    scripts: weighScripts(text),
    titleScript: findMainScript(weighScripts(header.title)),
  };
}

/** Code, addresses, tags and comments are in Latin letters, whatever the page is in. */
function readProse(body: string): string {
  return body
    .replace(/<!--[\s\S]*?(?:-->|(?![\s\S]))/g, " ")
    .replace(/^(```|~~~)[\s\S]*?(?:^\1.*$|(?![\s\S]))/gm, " ")
    .replace(/`[^`\n]*`/g, " ")
    .replace(/\]\([^()\s]*/g, "] ")
    .replace(/^ {0,3}\[(?!\^)[^\]\n]*\]:.*$/gm, " ")
    .replace(/<[^<>]*>/g, " ")
    .replace(/\{[%{:#.][^{}\n]*\}/g, " ")
    .replace(/(?:https?:\/\/|www\.)\S+/g, " ")
    .replace(/(?<!\S)[^\s@]{1,64}@\S+/g, " ")
    .replace(/&#?\w{1,32};/g, " ");
}

/** The part of a text's letters that is in these scripts, from 0 to 1. */
export function shareOf(
  { scripts: { total, weights } }: PageText,
  isMeant: (script: string) => boolean,
): number {
  if (total === 0) return 0;
  let sum = 0;
  for (const [script, weight] of weights) if (isMeant(script)) sum += weight;
  return sum / total;
}
