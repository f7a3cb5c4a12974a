/** Names in the order of their code points from U+00A0 (HTML 4.01 §24.2). */
const LATIN_1 =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 " +
  "sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc " +
  "Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve " +
  "Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute " +
  "acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde " +
  "ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

/** Greek from U+0391 and U+03B1; `-` stands where there is no name. */
const GREEK =
  "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma " +
  "Tau Upsilon Phi Chi Psi Omega - - - - - - - alpha beta gamma delta epsilon zeta eta theta iota " +
  "kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega";

/** The others, as `name:character`. */
const OTHERS =
  "OElig:Œ oelig:œ Scaron:Š scaron:š Yuml:Ÿ circ:ˆ tilde:˜ ensp:\u2002 emsp:\u2003 thinsp:\u2009 " +
  "zwnj:\u200C zwj:\u200D lrm:\u200E rlm:\u200F ndash:– mdash:— lsquo:‘ rsquo:’ sbquo:‚ ldquo:“ " +
  "rdquo:” bdquo:„ dagger:† Dagger:‡ permil:‰ lsaquo:‹ rsaquo:› euro:€ fnof:ƒ thetasym:ϑ upsih:ϒ " +
  "piv:ϖ bull:• hellip:… prime:′ Prime:″ oline:‾ frasl:⁄ weierp:℘ image:ℑ real:ℜ trade:™ alefsym:ℵ " +
  "larr:← uarr:↑ rarr:→ darr:↓ harr:↔ crarr:↵ lArr:⇐ uArr:⇑ rArr:⇒ dArr:⇓ hArr:⇔ forall:∀ part:∂ " +
  "exist:∃ empty:∅ nabla:∇ isin:∈ notin:∉ ni:∋ prod:∏ sum:∑ minus:− lowast:∗ radic:√ prop:∝ " +
  "infin:∞ ang:∠ and:∧ or:∨ cap:∩ cup:∪ int:∫ there4:∴ sim:∼ cong:≅ asymp:≈ ne:≠ equiv:≡ le:≤ " +
  "ge:≥ sub:⊂ sup:⊃ nsub:⊄ sube:⊆ supe:⊇ oplus:⊕ otimes:⊗ perp:⊥ sdot:⋅ lceil:⌈ rceil:⌉ lfloor:⌊ " +
  "rfloor:⌋ lang:〈 rang:〉 loz:◊ spades:♠ clubs:♣ hearts:♥ diams:♦";

/**
 * The characters that the document types of XHTML 1 give names to. Books of EPUB 2 use them; in
 * EPUB 3 there are none.
 */
export const XHTML_ENTITIES: Readonly<Record<string, string>> = Object.fromEntries([
  ...LATIN_1.split(" ").map((name, at) => [name, String.fromCharCode(0xa0 + at)]),
  ...GREEK.split(" ")
    .map((name, at) => [name, String.fromCharCode(0x391 + at)] as const)
    .filter(([name]) => name !== "-"),
  ...OTHERS.split(/ (?=\w+:)/).map((pair) => {
    const colon = pair.indexOf(":");
    return [pair.slice(0, colon), pair.slice(colon + 1)];
  }),
]);
