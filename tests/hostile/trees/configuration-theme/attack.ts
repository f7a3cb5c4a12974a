import type { TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "A theme that comes with the content: templates are code",
  says: ["THM008"],
  files: {
    "handpress.yaml": "theme: ./look\n",
    "look/theme.yaml": "title: Look\ndescription: Ours\nextends: handout\n",
    "look/templates/reader/session.hbs": "{{#with (lookup this 'constructor')}}{{this}}{{/with}}",
  },
  books: [],
};
