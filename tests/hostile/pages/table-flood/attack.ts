import type { MadeAttack } from "../../attack.ts";

export const attack: MadeAttack = {
  what: "A table of a thousand columns, and cells over all of the paper",
  says: ["MRK070"],
  page: [
    `${"|a".repeat(1000)}|\n${"|-".repeat(1000)}|\n${"|b".repeat(1000)}|`,
    "<table><tr><td colspan=999999999 rowspan=999999999>a</td><td colspan=-1>b</td></tr></table>",
  ].join("\n\n"),
};
