import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { quoteText } from "./findings.ts";
import {
  doubtHost,
  hostOf,
  isHolderNamed,
  isOnion,
  isSameOwner,
  mailboxOf,
  type Readers,
} from "./host-names.ts";
import { type NamedAddress, namedAddresses } from "./named-addresses.ts";
import { diagnose } from "./rules.ts";

/** The caller knows where the link stands. */
const HERE = { file: "" };

/**
 * Looks for a link that leads elsewhere than it says: to a host that only looks like another, or to another
 * one than its words name. MRK081–MRK083.
 *
 * @param address whole; what does not lead to the web or a mailbox is nobody's host.
 * @param words all that a reader meets of the link.
 */
export function doubtLink(address: string, words: string, readers: Readers): readonly Diagnostic[] {
  if (!/^(?:https?|mailto):/.test(address)) return [];
  const host = hostOf(address);
  if (host === undefined) return [];
  return [
    ...doubtLetters(host, readers),
    ...doubtUser(address, host),
    ...doubtWords(address, host, words),
  ];
}

function doubtLetters(host: string, readers: Readers): readonly Diagnostic[] {
  const doubt = doubtHost(host, readers);
  if (doubt === undefined) return [];
  const values = { shown: quoteText(doubt.shown), host: quoteText(host) };
  return [diagnose(`MRK081 ${doubt.kind}`, HERE, values)];
}

function doubtUser(address: string, host: string): readonly Diagnostic[] {
  const before = /^https?:\/\/([^/?#]*)@/.exec(address)?.[1];
  if (before === undefined) return [];
  const values = { before: quoteText(`${before}@`), quoted: quoteText(host), host };
  return [diagnose("MRK083", HERE, values)];
}

function doubtWords(address: string, host: string, words: string): readonly Diagnostic[] {
  const named = namedAddresses(words, address);
  const [said] = named;
  const mailbox = mailboxOf(address);
  const isHonest = named.some(
    (one) => isNamed(one, host, mailbox) || isArchived(address, one.host),
  );
  if (said === undefined || isHonest || (isOnion(host) && /\bonion\b/i.test(words))) return [];
  if (isHolderNamed(host, words.replaceAll(said.text, ""))) return [];
  const end = mailbox === undefined ? host : `${mailbox}@${host}`;
  return [diagnose("MRK082", HERE, { said: quoteText(said.text), end: quoteText(end) })];
}

/** Of two mail addresses, people at one host are as strange to each other as hosts. */
function isNamed(said: NamedAddress, host: string, mailbox: string | undefined): boolean {
  if (!isSameOwner(said.host, host)) return false;
  return mailbox === undefined || said.mailbox === undefined || said.mailbox === mailbox;
}

/** The Web Archive's address of a page has the page's own in it. */
function isArchived(address: string, said: string): boolean {
  const [, inner] = /^https?:\/\/web\.archive\.org\/web\/[^/]+\/(.+)$/.exec(address) ?? [];
  if (inner === undefined) return false;
  const host = hostOf(/^https?:/.test(inner) ? inner : `https://${inner}`);
  return host !== undefined && isSameOwner(host, said);
}
