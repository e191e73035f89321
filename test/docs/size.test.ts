import { expect, it } from "vitest";
import { findGrown, judgeSizes, rewriteBudgets } from "../../scripts/size/judge.mjs";

const budgets = { react: { eager: { bytes: 1000, goal: 800 }, all: { bytes: 5000 } } };

it.each([
  [1000, false],
  [1010, false],
  [1011, true],
])("takes %i bytes for over a budget of 1,000: %s", (bytes, isOver) => {
  expect(judgeSizes({ react: { eager: bytes } }, budgets)).toEqual([
    { name: "react", part: "eager", bytes, budget: 1010, goal: 800, isOver },
  ]);
});

it("lets what has reached its goal use all of it", () => {
  const reached = { links: { all: { bytes: 667, goal: 700 } } };

  expect([700, 701].map((all) => judgeSizes({ links: { all } }, reached)[0])).toMatchObject([
    { budget: 700, isOver: false },
    { budget: 700, isOver: true },
  ]);
});

it("takes a use without a budget for over it", () => {
  expect(judgeSizes({ vue: { eager: 1 } }, budgets)).toMatchObject([{ isOver: true, budget: undefined }]);
});

it("names the modules that grew, those that grew most first, and new ones", () => {
  expect(findGrown({ same: 5, less: 1, more: 9, new: 7 }, { same: 5, less: 2, more: 6, gone: 3 })).toEqual([
    { module: "new", bytes: 7, grown: 7 },
    { module: "more", bytes: 9, grown: 3 },
  ]);
});

it("keeps goals when budgets are rewritten, also those of a use that is not there yet", () => {
  expect(rewriteBudgets({ react: { eager: 900, all: 4000 } }, { ...budgets, direct: { all: { goal: 9 } } })).toEqual({
    react: { eager: { bytes: 900, goal: 800 }, all: { bytes: 4000 } },
    direct: { all: { goal: 9 } },
  });
});
