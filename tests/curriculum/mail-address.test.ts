import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readMailAddress } from "../../src/curriculum/mail-address.ts";
import { showMailAddress } from "../../src/publication/break-address.ts";

describe("of a mail address one recipient, a subject and a body are left", () => {
  for (const [written, url, dropped] of [
    ["a@x.org", "mailto:a@x.org", undefined],
    [
      "a@x.org?subject=Hi there&body=One%0ATwo",
      "mailto:a@x.org?subject=Hi%20there&body=One%0D%0ATwo",
      undefined,
    ],
    ["a@x.org?bcc=b@y.org", "mailto:a@x.org", ["`bcc`"]],
    ["a@x.org?BCC=b@y.org&Cc=c@y.org", "mailto:a@x.org", ["`bcc`", "`cc`"]],
    ["a@x.org?subject=a&%62cc=b@y.org", "mailto:a@x.org?subject=a", ["`bcc`"]],
    ["a@x.org?subject=a&amp;bcc=b@y.org", "mailto:a@x.org?subject=a", ["`bcc`"]],
    ["a@x.org?subject=a&amp;body=b", "mailto:a@x.org?subject=a&body=b", undefined],
    ["a@x.org?attach=/etc/passwd&attachment=x", "mailto:a@x.org", ["`attach`", "`attachment`"]],
    ["a@x.org?a%0D%0Ab=c", "mailto:a@x.org", ["`a b`"]],
    ["a@x.org?to=b@y.org", "mailto:a@x.org", ["`to`"]],
    ["a@x.org,b@y.org", "mailto:a@x.org", ["further recipients"]],
    ["a@x.org%2Cb@y.org", "mailto:a@x.org", ["further recipients"]],
    ["a@x.org;b@y.org", "mailto:a@x.org", ["further recipients"]],
    ["a@x.org%0D%0Abcc:b@y.org", "mailto:a@x.org", ["further recipients"]],
    ["a@x.org?subject=a%0D%0ABcc:b@y.org", "mailto:a@x.org?subject=a", ["a line end in `subject`"]],
    ["a@x.org?subject=a&Subject=b", "mailto:a@x.org?subject=a", ["a second `subject`"]],
    ["a@x.org?b\u200Bcc=b@y.org", "mailto:a@x.org", ["`bcc`"]],
    ["a@x.org?subject=a%3Fbcc=b", "mailto:a@x.org?subject=a%3Fbcc%3Db", undefined],
    ["a@x.org?in-reply-to=1&x-mailer=2", "mailto:a@x.org", ["`in-reply-to`", "`x-mailer`"]],
    ["a@x.org#?bcc=b", "mailto:a@x.org", ["#"]],
  ] as const)
    test(written, () => {
      const found = readMailAddress(written);
      assert.deepEqual([found?.url, found?.dropped], [url, dropped]);
      const again = readMailAddress(url.slice("mailto:".length));
      assert.deepEqual([again?.url, again?.dropped], [url, undefined]);
    });

  for (const written of ["", "?to=a@x.org", "nobody", "a%2540x.org", "a@x.org%3Fbcc=b@y.org"])
    test(`${JSON.stringify(written)} is none`, () =>
      assert.equal(readMailAddress(written), undefined));
});

test("what the mail says already is shown", () => {
  assert.equal(showMailAddress("mailto:a@x.org?subject=Hi%20there"), "a@x.org?subject=Hi there");
  assert.equal(showMailAddress("https://x.org/"), undefined);
});
