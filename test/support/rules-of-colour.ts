/** The rules of axe that look at colours: a theme has a say in these alone. */
export const rulesOfColour = ["color-contrast", "link-in-text-block"];
