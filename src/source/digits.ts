/** Decimal digits of other scripts (Unicode category Nd, ten in a row) as ASCII digits. */
export function toAsciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    for (const zero of ZEROS) if (code >= zero && code <= zero + 9) return String(code - zero);
    return digit;
  });
}

/** Arabic-Indic, extended Arabic-Indic (Persian, Urdu), Devanagari, Bengali, Thai, Khmer, Burmese, full width. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0x17e0, 0x1040, 0xff10];
