/** How a course looks: its colors can be read, and the files that it names are there. */
import * as z from "zod";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { PackageFile } from "../files.ts";
import type { Placed } from "../load/placed.ts";
import type { RawCourse } from "../load/raw-course.ts";
import { accentFault } from "../theme/accent.ts";
import { hex, readColor } from "../theme/color.ts";
import type { ThemeName } from "../theme/themes.ts";
import { parsed, path, word } from "./fields.ts";

const color = parsed<string>((value) => {
  const read = readColor(value);
  if (read !== undefined) return { value: hex(read) };
  return {
    message: `is “${value}”, which is no color.`,
    help: 'Write it as "#0b5a8a", in quotes: # begins a comment.',
  };
});

/** `theme:` in course.yaml. */
export const theme = z.strictObject({
  name: word("clinic", "paper").default("clinic"),
  accent: color.exactOptional(),
  "accent-dark": color.exactOptional(),
  logo: path.exactOptional(),
  font: path.default("system"),
});

/** A theme whose colors pass and whose files are there. */
export interface CheckedTheme {
  readonly name: ThemeName;
  /** `#rrggbb`. */
  readonly accent?: string;
  readonly accentDark?: string;
  readonly logo?: PackageFile;
  readonly font: "system" | "serif" | PackageFile;
}

/** Reads `theme:`; what is wrong goes to the notes by the codes `theme/*`. */
export function checkTheme(
  written: z.output<typeof theme> | undefined,
  raw: RawCourse,
  source: Placed,
  notes: Diagnostic[],
): CheckedTheme | undefined {
  if (written === undefined) return undefined;
  const { name, accent, "accent-dark": accentDark, font, logo } = written;
  if (accent !== undefined) notes.push(...contrastNotes("accent", name, accent, source));
  if (accentDark !== undefined) notes.push(...contrastNotes("accent-dark", name, accentDark, source));
  const file = (key: "logo" | "font", path: string, forms: RegExp) => {
    const found = raw.themeFiles?.find((each) => each.path === path);
    if (found === undefined) notes.push(missing(key, path, raw, source));
    else if (!forms.test(path)) notes.push(wrongForm(key, path, source));
    return found;
  };
  const logoFile = logo === undefined ? undefined : file("logo", logo, /\.(svg|png|webp|jpe?g)$/i);
  const fontFile = font === "system" || font === "serif" ? font : file("font", font, /\.woff2$/i);
  return {
    name,
    ...(accent !== undefined && { accent }),
    ...(accentDark !== undefined && { accentDark }),
    ...(logoFile && { logo: logoFile }),
    font: fontFile ?? "system",
  };
}

function contrastNotes(key: "accent" | "accent-dark", name: ThemeName, color: string, source: Placed): Diagnostic[] {
  const mode = key === "accent" ? "light" : "dark";
  const fault = accentFault(name, mode, color);
  if (fault === undefined) return [];
  return [
    {
      code: "theme/contrast",
      severity: "error",
      message: `Text in “${color}” has a contrast of ${fault.ratio.toFixed(2)}:1 on ${mode} pages; 4.5:1 can be read.`,
      place: source.placeOf(["theme", key]),
      help: `Write ${key}: "${fault.nearest}", the nearest color that passes (WCAG 2.2, 1.4.3).`,
    },
  ];
}

function missing(key: "logo" | "font", path: string, raw: RawCourse, source: Placed): Diagnostic {
  const words = key === "font" ? ["system", "serif"] : [];
  const meant = nearest(path, [...words, ...(raw.themeFiles ?? []).map((file) => file.path)]);
  return {
    code: "theme/file-missing",
    severity: "error",
    message: `There is no file “${path}” in the course folder.`,
    place: source.placeOf(["theme", key]),
    help: meant
      ? `Did you mean “${meant}”?`
      : `Name a file by its path from the course folder${key === "font" ? ", or write system or serif" : ""}.`,
  };
}

function wrongForm(key: "logo" | "font", path: string, source: Placed): Diagnostic {
  return {
    code: "theme/file-form",
    severity: "error",
    message: `“${path}” is no file that every browser shows as a ${key}.`,
    place: source.placeOf(["theme", key]),
    help: key === "font" ? "Save the font as WOFF2." : "Save the logo as SVG, PNG, WebP or JPEG.",
  };
}
