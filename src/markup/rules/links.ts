import type { RuleTable } from "../../diagnostics/rule.ts";

/** MRK: links, their addresses, and where they lead. */
export const ADDRESS_RULES = {
  MRK010: {
    severity: "warning",
    summary: "a link without an address",
    explanation:
      "The round brackets are empty, so the link leads nowhere. The book has its words alone. Type the address, or take the brackets away.",
    bad: { page: "See [the other session]()." },
    good: { page: "See [the other session](/bolts/)." },
  },
  MRK011: {
    severity: "error",
    summary: "a link that leads nowhere",
    explanation:
      "No page has this address. Perhaps it is misspelled, or the page has another permalink now. The book has the words of the link alone. Correct the address, or take the link away.",
    bad: { page: "See [the other session](/blots/)." },
    good: { page: "See [the other session](/bolts/)." },
  },
  MRK012: {
    severity: "error",
    summary: "a link whose address is refused",
    explanation:
      "A link may lead to the web, to a mail address, or to a page of the curriculum. Other addresses can start programs or name folders of your machine, so they are left out. Use an address that begins with `https://`, or a permalink.",
    bad: { page: "Open [the plan](file:///home/ada/plan.html)." },
    good: { page: "Open [the plan](https://example.org/plan.html)." },
  },
  MRK013: {
    severity: "warning",
    summary: "a link to a place that is not in the page",
    explanation:
      "A link that begins with `#` leads to a heading of the same page, and there is no such heading. Use the words of the heading, in small letters, with hyphens for spaces.",
    bad: { page: "See [the list](#list).\n\n## The spare keys\n\nOne at home." },
    good: { page: "See [the list](#the-spare-keys).\n\n## The spare keys\n\nOne at home." },
  },
  MRK081: {
    severity: "warning",
    summary: "a link to a host whose name can be taken for another",
    explanation:
      "The name of the site has a letter that looks like another one, from another alphabet. Tricksters use such names to steal passwords. The link may lead to another place than it seems. Type the address anew by hand, and open it once.",
    bad: { page: "Write to [the school](https://exаmple.org/)." },
    good: { page: "Write to [the school](https://example.org/)." },
  },
  MRK082: {
    severity: "warning",
    summary: "a link whose text is the address of something else",
    explanation:
      "The words of the link are an address, and the link leads to another one. Readers believe what they see. On paper they would type the wrong address. Write words in place of the address, or the address where it leads.",
    bad: { page: "Go to [example.org](https://example.net/)." },
    good: { page: "Go to [example.net](https://example.net/)." },
  },
  MRK083: {
    severity: "warning",
    summary: "a link with a name before its host",
    explanation:
      "What stands before an `@` in an address is the name of a user, not of the site. It can look like a site that people trust. Take it away.",
    bad: { page: "Go to [the school](https://school@example.org/)." },
    good: { page: "Go to [the school](https://example.org/)." },
  },
  MRK085: {
    severity: "warning",
    summary: "a link whose brackets are wrong",
    explanation:
      "A link has its words between square brackets and its address between round ones, with nothing between the two. Here a bracket is missing, or they are the wrong way round. The book shows the signs as they were typed.",
    bad: { page: "See (the school)[https://example.org/]." },
    good: { page: "See [the school](https://example.org/)." },
  },
  MRK086: {
    severity: "error",
    summary: "a wiki's link that leads nowhere",
    explanation:
      "A name between double square brackets is a link to the page of that name. There is no such page, or there are several. Write the name as it stands in the page's header, or a link with its permalink.",
    bad: { page: "See [[Blots]]." },
    good: { page: "See [[Bolts]]." },
  },
  MRK087: {
    severity: "warning",
    summary: "a page that was to stand within a page",
    explanation:
      "In some programs `![[…]]` shows one page within another. A book has each page once, in its place, so there is a link. Copy what readers need, or take away the `!`.",
    bad: { page: "![[Bolts]]" },
    good: { page: "See [[Bolts]]." },
  },
  MRK088: {
    severity: "warning",
    summary: "a label of a link that the page does not define",
    explanation:
      "The link gives a label in place of an address, and the page does not say which address that is. The book shows the brackets as they were typed. Add a line with the label and its address at the end of the page.",
    bad: { page: "See [the school][school]." },
    good: { page: "See [the school][school].\n\n[school]: https://example.org/" },
  },
  MRK089: {
    severity: "warning",
    summary: "a space within a web address",
    explanation:
      "An address has no spaces. The link would end at the space, and readers would come to another page. Take the space away, or write `%20` where it belongs to the address.",
    bad: { page: "Go to https:// example.org/keys for more." },
    good: { page: "Go to https://example.org/keys for more." },
  },
  MRK090: {
    severity: "warning",
    summary: "a round bracket behind a link that belongs to its address",
    explanation:
      "The address itself has a round bracket, so the link ends too early. Put the address between `<` and `>`.",
    bad: { page: "See [keys](https://example.org/key_(lock)old))" },
    good: { page: "See [keys](<https://example.org/key_(lock)old)>)" },
  },
  MRK092: {
    severity: "warning",
    summary: "an address that begins twice",
    explanation:
      "The address has `https://` two times. Perhaps it was pasted behind one that was there already. Leave one of them.",
    bad: { page: "See [the school](https://https://example.org/)." },
    good: { page: "See [the school](https://example.org/)." },
  },
  MRK110: {
    severity: "warning",
    summary: "a mail address with more than a recipient, a subject and a body",
    explanation:
      "The link starts a mail, and adds more people or files to it than readers see. They could write to somebody without knowing. These additions are left out.",
    bad: { page: "[Write to us](mailto:ada@example.org?bcc=lin@example.org)." },
    good: { page: "[Write to us](mailto:ada@example.org?subject=Keys)." },
  },
} as const satisfies RuleTable;
