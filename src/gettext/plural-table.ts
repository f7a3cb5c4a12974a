/**
 * Languages by their `Plural-Forms`: CLDR 42's cardinals, in the words of gettext's own table where that
 * has the language. Languages with a form for millions alone (es, fr, it, pt) go without it, as there.
 */
const LANGUAGES: Readonly<Record<string, string>> = {
  "nplurals=1; plural=0;":
    "bm bo dz id ig ii ja jbo jv kea km ko lkt lo ms my nqo sah ses sg su th to tpi vi wo yo yue zh",
  "nplurals=2; plural=(n != 1);":
    "af an asa ast az bal bem bez bg brx ca ce cgg chr ckb da de dv ee el en eo es et eu fi fo fur fy gl gsw ha haw hu ia io it jgo jmc ka kaj kcg kk kkj kl ks ksb ku ky lb lg lij mas mgo ml mn mr nah nb nd ne nl nn nnh no nr ny nyn om or os pap ps pt-PT rm rof rwk saq sc scn sd sdh seh sn so sq ss ssy st sv sw syr ta te teo tig tk tn tr ts ug ur uz ve vo vun wae xh xog yi",
  "nplurals=2; plural=(n > 1);":
    "ak am as bho bn doi fa ff fr gu guw hi hy kab kn ln mg nso pa pcm pt si ti wa zu",
  "nplurals=2; plural=(n%10!=1 || n%100==11);": "is mk",
  "nplurals=2; plural=(n%10==4 || n%10==6 || n%10==9);": "ceb fil tl",
  "nplurals=2; plural=(n > 1 && (n < 11 || n > 99));": "tzm",
  "nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);": "he iu naq se sma smi smj smn sms",
  "nplurals=3; plural=(n==0 ? 0 : n==1 ? 1 : 2);": "ksh lag",
  "nplurals=3; plural=(n<2 ? 0 : n<11 ? 1 : 2);": "shi",
  "nplurals=3; plural=(n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2;": "cs sk",
  "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);": "pl",
  "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);":
    "be bs hr ru sh sr uk",
  "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && (n%100<10 || n%100>=20) ? 1 : 2);":
    "lt",
  "nplurals=3; plural=(n%10==0 || (n%100>=11 && n%100<=19) ? 0 : n%10==1 && n%100!=11 ? 1 : 2);":
    "lv prg",
  "nplurals=3; plural=n==1 ? 0 : (n==0 || (n%100 > 0 && n%100 < 20)) ? 1 : 2;": "mo ro",
  "nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);": "dsb hsb sl",
  "nplurals=4; plural=(n==1 || n==11 ? 0 : n==2 || n==12 ? 1 : n>2 && n<20 ? 2 : 3);": "gd",
  "nplurals=4; plural=(n%10==1 ? 0 : n%10==2 ? 1 : n%20==0 ? 2 : 3);": "gv",
  "nplurals=5; plural=(n==1 ? 0 : n==2 ? 1 : n>=3 && n<=6 ? 2 : n>=7 && n<=10 ? 3 : 4);": "ga",
  "nplurals=5; plural=(n==1 ? 0 : n==2 ? 1 : n==0 || (n%100>=3 && n%100<=10) ? 2 : n%100>=11 && n%100<=19 ? 3 : 4);":
    "mt",
  "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5);": "cy",
  "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);":
    "ar ars",
};

const RULES: ReadonlyMap<string, string> = new Map(
  Object.entries(LANGUAGES).flatMap(([rule, languages]) =>
    languages.split(" ").map((language) => [language, rule] as const),
  ),
);

/**
 * The value of `Plural-Forms` for a language.
 *
 * @param tag canonical BCP 47.
 * @returns undefined for a language whose plurals are not known here.
 */
export function pluralFormsOf(tag: string): string | undefined {
  const [language = ""] = tag.split("-");
  return RULES.get(tag) ?? RULES.get(language);
}
