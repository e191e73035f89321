/** Whether the script of a language runs from right to left. Some browsers lack the text info of `Intl.Locale`. */
export function isRightToLeft(language: string): boolean {
  return /^(Adlm|Arab|Hebr|Nkoo|Rohg|Syrc|Thaa)$/.test(new Intl.Locale(language).maximize().script!);
}
