/**
 * The single letters and signs that can be taken for ASCII letters, digits or a hyphen and that may stand
 * in the name of a host, by what they are taken for.
 *
 * Made of Unicode's confusables.txt 13.0.0 (UTS #39 §4; © Unicode, Inc., licence Unicode-3.0) and of
 * the names of small capitals ("LATIN LETTER SMALL CAPITAL G"), which it tells apart from `g` although
 * readers do not. A sign is here where UTS #46 leaves it as it is between two Latin letters, so that
 * letters which are written from right to left are not; and where its skeleton in lower case, small capitals
 * read as small letters, is of `a-z`, `0-9` and `-` alone. `æ` and `œ` are left out: nobody takes them
 * for two letters.
 */
const TAKEN_FOR = `
- ˗‐‒–⁃−➖
2 ᒿꛯ
3 𑣊𖼻𝈆
4 Ꮞ
6 бᏮ𑣕
7 𑣆𝈒
8 ȣ৪੪ଃ𐌚
9 ৭੧୨൭𑣌𑣖
a ɑαаᎪᗅᴀ⍺ꓮ𐊠𖽀
aa ꜳ
ae ӕ
ao ꜵ
ar 🜇
au ꜷ
av ꜹꜻ
ay ꜽ
b ʙвᏏᏴᑲᖯᗷꓐ𐊂𐊡𐌁
c сᏟᴄⲥꓚ𐊢𐌂𐐽𐔜𑣩𑣲🝌
d ԁᎠᏧᑯᗞᗪᴅꓒꓓ
dz ʣ
e еҽᎬᴇ℮⋿ⴹꓰꬲ𐊆
f քᖴẝꓝꜰꞙꬵ𐊇𐊥𐔥𑣂𝈓
g ƍɡɢԍցᏀᏳᶃꓖ
h ʜнһհᎻᏂᕼꓧ𐋏
i ıɩɪιіӏᎥ⍳ꙇ𑣃
j ϳјᎫᒍᴊꓙ
k ĸκкᏦᛕᴋⲕꓗ𐔘
l ǀʟ۱Ꮮᒪᛁ∣⏽ⳑⵏꓡꓲ𐊊𐌉𐌠𐑃𐔦𖼖𖼨𝈪
ll ǁ‖∥
ls ʪ
lt ₶
lz ʫ
m ʍмᎷᗰᛖᴍꓟ𐊰𐌑
mb 🝫
n ɴոռꓠ𐔓
o οσоօ۵०০੦૦ଠ୦௦ం౦ಂ೦ംഠ൦ං๐໐ဝ၀ჿዐᴏᴑⲟⵔ〇ꓳꬽ𐊒𐊫𐐬𐓪𐔖𑓐𑣈𑣗𑣠
oe ɶ
oo ∞ꚙꝏ
p ρрᏢᑭᴘᴩ⍴ⲣꓑ𐊕
q ԛգզⵕꞯ
qe 🜀
r ʀгᎡᏒᖇᴦⲅꓣꭇꭈ𖼵𝈖
rn 𑜀𑣣
s ƽѕᏕᏚꓢꜱ𐊖𐑈𑣁𖼺
sss 🝜
t τтᎢᴛ⊤⟙ꓔ𐊗𐊱𐌕𖼊🝨
tf ꝷ
ts ʦ
u ʋυսሀᑌᴜ∪⋃ꓴꞟꭎꭒ𐓶𑣘𖽂
ue ᵫ
uo ꭣ
v νѵ۷Ꮩᐯᴠ∨⋁ⴸꓦꛟ𐔝𑜆𑣀𖼈𝈍
vb 🝬
w ɯѡԝաᎳᏔᴡꓪ𑜊𑜎𑜏𑣦𑣯
x ×хᕁᕽ᙭᙮ᚷ╳⤫⤬⨯ⵝꓫ𐊐𐊴𐌗𐌢𐔧𑣬
y ɣʏγуүყᎩᎽᶌỿꓬꭚ𐊲𑣜𖽃
z Ꮓᴢꓜ𐋵𑣄𑣥
`;

/** What each is taken for: `а` (U+0430) for `a`. */
export const LATIN_LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  TAKEN_FOR.trim()
    .split("\n")
    .flatMap((line) => {
      const [latin = "", signs = ""] = line.split(" ");
      return Array.from(signs, (sign) => [sign, latin] as const);
    }),
);
