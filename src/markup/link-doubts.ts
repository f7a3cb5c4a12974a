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

/** Why whoever reads a link can be led elsewhere than it says. */
export interface LinkDoubt {
  readonly code: "MRK081" | "MRK082" | "MRK083";
  readonly message: string;
  readonly hint: string;
}

/**
 * Looks for a link that leads elsewhere than it says: to a host that only looks like another, or to another
 * one than its words name.
 *
 * @param address whole; what does not lead to the web or a mailbox is nobody's host.
 * @param words all that a reader meets of the link.
 */
export function doubtLink(address: string, words: string, readers: Readers): readonly LinkDoubt[] {
  if (!/^(?:https?|mailto):/.test(address)) return [];
  const host = hostOf(address);
  if (host === undefined) return [];
  return [
    ...doubtLetters(host, readers),
    ...doubtUser(address, host),
    ...doubtWords(address, host, words),
  ];
}

function doubtLetters(host: string, readers: Readers): readonly LinkDoubt[] {
  const doubt = doubtHost(host, readers);
  if (doubt === undefined) return [];
  const what =
    doubt.kind === "mixed"
      ? `letters of several scripts in ${quoteText(doubt.shown)}`
      : `letters that only look like a-z in ${quoteText(doubt.shown)}`;
  return [
    {
      code: "MRK081",
      message: `Unexpected ${what} (its real name is ${quoteText(host)}), expected a name that cannot be taken for another`,
      hint: "The link leads to another place than it seems to. Type the address anew by hand, and open it once.",
    },
  ];
}

function doubtUser(address: string, host: string): readonly LinkDoubt[] {
  const before = /^https?:\/\/([^/?#]*)@/.exec(address)?.[1];
  if (before === undefined) return [];
  return [
    {
      code: "MRK083",
      message: `Unexpected ${quoteText(`${before}@`)} before the host ${quoteText(host)}, expected an address that begins with its host`,
      hint: `The link leads to ${host}; what stands before the @ is a user's name or a trick. Take it away.`,
    },
  ];
}

function doubtWords(address: string, host: string, words: string): readonly LinkDoubt[] {
  const named = namedAddresses(words, address);
  const [said] = named;
  const mailbox = mailboxOf(address);
  const isHonest = named.some(
    (one) => isNamed(one, host, mailbox) || isArchived(address, one.host),
  );
  if (said === undefined || isHonest || (isOnion(host) && /\bonion\b/i.test(words))) return [];
  if (isHolderNamed(host, words.replaceAll(said.text, ""))) return [];
  const end = mailbox === undefined ? host : `${mailbox}@${host}`;
  return [
    {
      code: "MRK082",
      message: `Unexpected text ${quoteText(said.text)} of a link to ${quoteText(end)}, expected the address that it leads to`,
      // With the words in it, links that say different things are told one by one.
      hint: `Who reads ${quoteText(said.text)} believes it. Write where the link leads, or words in place of an address.`,
    },
  ];
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
