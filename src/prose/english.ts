/** True for every kind of English; what looks at words applies to no other language. `language` is BCP 47. */
export function isEnglish({ language }: { readonly language: string }): boolean {
  return /^en(?:-|$)/i.test(language);
}
