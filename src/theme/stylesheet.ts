/** A course's theme as a small style sheet that stands behind the player's own. */
import { accentRoles } from "./accent.ts";
import { type Mode, SERIF, THEMES, type ThemeName } from "./themes.ts";

export interface Look {
  readonly name: ThemeName;
  /** `#rrggbb`, for light pages and, lightened where it must be, for dark ones. */
  readonly accent?: string | undefined;
  /** For dark pages alone. */
  readonly accentDark?: string | undefined;
  /** The family of the text; a `file` is a font of the course by its path in the package. */
  readonly font: { readonly kind: "system" | "serif" } | { readonly kind: "file"; readonly path: string };
}

/** The style sheet; empty for the theme that the player carries anyway. */
export function themeStyle(look: Look): string {
  const light = properties(look, "light");
  const dark = properties(look, "dark");
  const other = { ...THEMES[look.name].other, ...fontOf(look) };
  const face =
    look.font.kind === "file"
      ? `@font-face{font-family:"Course";src:url("${look.font.path}");font-display:swap}\n`
      : "";
  return [
    face,
    rule("", { ...light, ...other }),
    rule("@media (prefers-color-scheme:dark)", dark),
    // Behind the player's style sheet, so what it does for high contrast is said again.
    Object.keys(light).length === 0
      ? ""
      : rule("@media (prefers-contrast:more)", { quiet: "var(--ink)", line: "var(--ink)", edge: "var(--ink)" }),
  ].join("");
}

function properties({ name, accent, accentDark }: Look, mode: Mode): Readonly<Record<string, string>> {
  const own = mode === "dark" ? (accentDark ?? accent) : accent;
  return {
    ...(name !== "clinic" && THEMES[name][mode]),
    ...(own !== undefined && accentRoles(name, mode, own)),
  };
}

function fontOf({ font }: Look): Readonly<Record<string, string>> {
  if (font.kind === "serif") return { font: SERIF };
  return font.kind === "file" ? { font: '"Course",system-ui,sans-serif' } : {};
}

function rule(around: string, values: Readonly<Record<string, string>>): string {
  const entries = Object.entries(values);
  if (entries.length === 0) return "";
  const body = `:root{${entries.map(([key, value]) => `--${key}:${value}`).join(";")}}`;
  return around === "" ? `${body}\n` : `${around}{${body}}\n`;
}
