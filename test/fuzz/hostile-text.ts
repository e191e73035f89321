import fc from "fast-check";

/**
 * Stands in every text that must not come out again, so often that no part of such a text is without it, and nowhere else.
 * A Latin letter, so that headers can carry it as well.
 */
export const mark = "§";

/** Texts that nobody but their owner may see. */
export const secretText: fc.Arbitrary<string> = fc.constantFrom("§a§7§", "§b§8§d§", "§e§f§.§-§", "§9§_§=§");

/** Texts without a space, with spaces between them. */
export const words = (text: string): readonly string[] => text.split(" ");

/** What parsers take, and what breaks them. */
const fragments = [
  ["", " ", "\t", "\r\n", "\0", "\u2028", "\u00a0", "\ud800", "\udc00", "[object Object]", "<!doctype html>"],
  words(
    "a b c1 Clinic é 💊 0 -1 7 1e3 1e309 0x10 NaN Infinity true false null undefined <script> [] {} ../ // (?= $& %00 %ff",
  ),
  words("__proto__ constructor prototype toString valueOf hasOwnProperty then length"),
  words("< > \" ' ` { } [ ] , : ; = & ? # / \\ % @ . + * ${x}"),
].flat();

/** Fragments alone and joined. */
export const hostileText: fc.Arbitrary<string> = textOf(fragments);

/** Texts out of these and the usual fragments. */
export function textWith(...own: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { arbitrary: fc.constantFrom(...own), weight: 3 },
    { arbitrary: textOf([...own, ...fragments]), weight: 1 },
  );
}

function textOf(parts: readonly string[]): fc.Arbitrary<string> {
  const part = fc.constantFrom(...parts);
  return fc.oneof(
    part,
    fc.tuple(part, part).map(([first, second]) => first + second),
    fc.array(part, { minLength: 3, maxLength: 5 }).map((joined) => joined.join("")),
  );
}
