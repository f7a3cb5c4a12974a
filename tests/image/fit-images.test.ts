import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { fitImages, type Lower } from "../../src/image/fit-images.ts";
import { sameCases } from "../support/seed.ts";
import { halve, jpeg, sized, sizes } from "./sized-images.ts";

describe("a budget", () => {
  test("that is large enough changes nothing", async () => {
    const never: Lower = async () => assert.fail("lowered");
    const fitted = await fitImages([jpeg("a", 60), jpeg("b", 40)], 100, 3, never);
    assert.deepEqual(fitted, { lowered: [], isWithin: true });
  });

  test("takes from what takes most, and leaves small drawings alone", async () => {
    const images = [jpeg("drawing", 10), jpeg("photo", 400), jpeg("scene", 300)];
    const fitted = await fitImages(images, 260, 3, halve);
    assert.deepEqual(sizes(fitted.lowered), [
      ["photo", 100],
      ["scene", 150],
    ]);
    assert.equal(fitted.isWithin, true);
  });

  test("does not depend on the order of the images", async () => {
    const images = [jpeg("b", 100), jpeg("a", 100), jpeg("c", 100)];
    const one = await fitImages(images, 240, 3, halve);
    const other = await fitImages([...images].reverse(), 240, 3, halve);
    assert.deepEqual(sizes(one.lowered), [
      ["a", 50],
      ["b", 50],
    ]);
    assert.deepEqual(other, one);
  });

  test("that cannot be met gives the smallest there is, and says so", async () => {
    const images = [jpeg("a", 80), sized("b", 90, "image/svg+xml")];
    const fitted = await fitImages(images, -5, 2, halve);
    assert.deepEqual(sizes(fitted.lowered), [["a", 20]]);
    assert.equal(fitted.isWithin, false);
  });

  test("never takes a step that makes a picture worse for next to nothing", async () => {
    const sticky: Lower = async (image, step) => ({
      ...image,
      bytes: new Uint8Array([0, 99, 120, 40][step] ?? 0),
    });
    const fitted = await fitImages([jpeg("a", 100)], 98, 2, sticky);
    assert.deepEqual(fitted, { lowered: [], isWithin: false });
    assert.deepEqual(sizes((await fitImages([jpeg("a", 100)], 98, 3, sticky)).lowered), [
      ["a", 40],
    ]);
  });

  test("is kept wherever it says so, with no image larger than it was", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 12 }),
        fc.integer(),
        async (all, most) => {
          const budget = most % 20_000;
          const images = all.map((size, at) => jpeg(`${at}`, size));
          const { lowered, isWithin } = await fitImages(images, budget, 4, halve);
          const to = new Map(lowered.map((one) => [one.from.path, one.to.bytes.byteLength]));
          const total = images.reduce(
            (sum, { path, bytes }) => sum + (to.get(path) ?? bytes.length),
            0,
          );
          assert.equal(isWithin, total <= budget);
          for (const one of lowered) assert.ok(one.to.bytes.length < one.from.bytes.length);
        },
      ),
      sameCases(),
    );
  });
});
