import assert from "node:assert/strict";
import { test } from "node:test";
import { readDate } from "../../src/source/date.ts";
import { readDuration, sumDurations } from "../../src/source/duration.ts";

for (const [text, ...expected] of [
  ["2015-05-00", 2015, 5],
  ["2015-00-00", 2015],
  ["2015", 2015],
  ["2016-3", 2016, 3],
  ["2016-03-31", 2016, 3, 31],
  ["2016/03/31", 2016, 3, 31],
  ["2016-03-31 10:00:00 +0200", 2016, 3, 31],
  ["2016-03-31T23:30:00Z", 2016, 3, 31],
  ["03/00/2016", 2016, 3],
  ["03/31/2016", 2016, 3, 31],
  ["31/03/2016", 2016, 3, 31],
  ["05/05/2016", 2016, 5, 5],
  ["03/04/2016", 2016],
  ["05/2016", 2016, 5],
  ["May 2015", 2015, 5],
  ["5 Sept. 2015", 2015, 9, 5],
  ["March 31st, 2016", 2016, 3, 31],
  ["٢٠١٥-٠٥", 2015, 5],
  ["۲۰۱۵-۰۵-۰۷", 2015, 5, 7],
  ["2016-02-29", 2016, 2, 29],
  ["2015-02-29"],
  ["2015-13"],
  ["99/99/9999"],
  ["1394-02-01"],
  ["soon"],
  ["12"],
  [""],
] as const) {
  test(`the date ${JSON.stringify(text)} is ${expected.join("-") || "only text"}`, () => {
    const { year, month, day, ...rest } = readDate(text);
    assert.deepEqual([year, month, day], [expected[0], expected[1], expected[2]]);
    assert.deepEqual(rest, { text });
  });
}

for (const [text, expected] of [
  ["60 minutes", [60, 60, false]],
  ["30-60 minutes", [30, 60, false]],
  ["30 – 60 min", [30, 60, false]],
  ["30 to 45 mins.", [30, 45, false]],
  ["120+ minutes", [120, 120, true]],
  ["2+ hours", [120, 120, true]],
  ["45", [45, 45, false]],
  ["1 hour", [60, 60, false]],
  ["1-2 hours", [60, 120, false]],
  ["1.5 hours", [90, 90, false]],
  ["1h30", [90, 90, false]],
  ["1:30", [90, 90, false]],
  ["1 hour 30 minutes", [90, 90, false]],
  ["1 hour and 30 minutes", [90, 90, false]],
  ["45 minutes to 1 hour", [45, 60, false]],
  ["approx. 45 minutes", [45, 45, false]],
  ["30-45 minutos", [30, 45, false]],
  ["de 30 a 45 minutos", [30, 45, false]],
  ["1,5 horas", [90, 90, false]],
  ["30 à 45 minutes", [30, 45, false]],
  ["2 heures", [120, 120, false]],
  ["٣٠-٤٥ دقيقة", [30, 45, false]],
  ["من ٣٠ إلى ٤٥ دقيقة", [30, 45, false]],
  ["۳۰ تا ۴۵ دقیقه", [30, 45, false]],
  ["۱ ساعت", [60, 60, false]],
  ["10-20-30 minutes", undefined],
  ["60-30 minutes", undefined],
  ["2 days", undefined],
  ["half an hour", undefined],
  ["30 minutes for each group", undefined],
  ["0 minutes", undefined],
  ["99999999 hours", undefined],
  ["minutes", undefined],
  ["", undefined],
] as const) {
  test(`the duration ${JSON.stringify(text)}`, () => {
    const found = readDuration(text);
    assert.deepEqual(found && [found.minMinutes, found.maxMinutes, found.open], expected);
  });
}

test("durations add up: ranges at both ends, one open end opens the sum", () => {
  const [a, b, c] = ["30-60 minutes", "1 hour", "120+ minutes"].map(readDuration);
  assert.deepEqual(sumDurations([a, undefined, b]), {
    minMinutes: 90,
    maxMinutes: 120,
    open: false,
  });
  assert.deepEqual(sumDurations([a, c, b]), { minMinutes: 210, maxMinutes: 240, open: true });
  assert.equal(sumDurations([]), undefined);
  assert.equal(sumDurations([undefined]), undefined);
});
