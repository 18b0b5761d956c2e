import { numberBits } from "../bits.ts";
import type { CoreType } from "../contract.ts";

export interface EssayKey {
  /** The most bytes of UTF-8 that are kept of an answer. */
  readonly limit: number;
  /** HTML. */
  readonly model?: string;
  /** HTML without block elements. */
  readonly rubric?: readonly string[];
}

/** The beginning of a text that fits into so many bytes of UTF-8, never half a character. */
function bytesOf(text: string, limit: number): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  let end = Math.min(limit, bytes.length);
  // RFC 3629, section 3: bytes 10xxxxxx continue a character.
  while (end > 0 && end < bytes.length && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end);
}

/** How many bytes of UTF-8 a text has beyond the limit; negative while there is room. */
export function excess(text: string, limit: number): number {
  return new TextEncoder().encode(text).length - limit;
}

/** SCORM 1.2 (RTE 3.4.7, CMIFeedback) and SCORM 2004 (RTE 4.2.9, `long-fill-in`), in characters. */
const LONGEST = { scorm12: 255, scorm2004: 4_000 } as const;

/** One line without control characters: Moodle takes no others. Never half a surrogate pair. */
function oneLine(text: string, longest: number): string {
  const line = text.replace(/[\s\p{Cc}\p{Cs}]+/gu, " ").trim();
  // RTE 4.1.1.6: a brace at the beginning would announce a language.
  return `${line.startsWith("{") ? " " : ""}${line}`.slice(0, longest).replace(/[\uD800-\uDBFF]$/, "");
}

/** Never marked; the instructor reads the answer in the LMS's report, as much of it as the standard takes. */
export const essay: CoreType<EssayKey, string> = {
  mark: () => ({ earned: 0, possible: 1 }),
  saysMore: ({ model, rubric }) => model !== undefined || rubric !== undefined,
  maxBits: ({ limit }) => numberBits(limit) + 8 * limit,
  write(out, { limit }, text) {
    const bytes = bytesOf(text, limit);
    out.number(bytes.length);
    for (const byte of bytes) out.fixed(byte, 8);
  },
  read(bits) {
    const length = Math.min(bits.number(), Math.floor(bits.left / 8));
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from({ length }, () => bits.fixed(8)));
    return text.trim() === "" ? undefined : text;
  },
  encode(standard, _key, text) {
    const response = oneLine(text ?? "", LONGEST[standard]);
    return {
      type: standard === "scorm12" ? "fill-in" : "long-fill-in",
      ...(response === "" ? {} : { response }),
    };
  },
};
