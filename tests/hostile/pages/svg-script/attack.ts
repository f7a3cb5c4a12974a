import type { MadeAttack } from "../../attack.ts";
import { svgOf } from "../../images.ts";

export const attack: MadeAttack = {
  what: "A drawing with a script and handlers",
  says: [],
  files: {
    "a.svg": svgOf(
      "<script>document.title='RAN-'+'SCRIPT'</script><rect width='9' height='9' onclick='alert(1)' onload='alert(1)'/>",
      'viewBox="0 0 90 90" onload="alert(1)"',
    ),
  },
};
