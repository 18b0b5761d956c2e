/** Which package, format, LMS and width. */
import { PROFILES } from "../../lms/profiles/index.ts";
import type { News, PackageNews } from "../news.ts";
import { byId, offer, selectIn } from "./elements.ts";

export interface Choices {
  /** Offers what there is now; what was chosen stays chosen as far as it exists. */
  update(news: News): void;
  /** The chosen package and LMS; `undefined` while there is no package. */
  chosen(): { readonly unit: PackageNews; readonly profile: string } | undefined;
}

/** The choices in the page's head. */
export function createChoices(place: HTMLIFrameElement, onChange: () => void): Choices {
  const form = byId("choices");
  const [title, target, profile, width] = ["title", "target", "profile", "width"].map((name) => selectIn(form, name));
  if (!title || !target || !profile || !width) throw new Error("The page lacks a choice.");
  let packages: readonly PackageNews[] = [];
  const unit = (): PackageNews | undefined =>
    packages.find((each) => each.identifier === title.value && each.target === target.value);
  const settle = (): void => {
    const formats = packages.filter(({ identifier }) => identifier === title.value);
    offer(
      target,
      formats.map(({ target }) => ({ value: target, text: target })),
    );
    offerProfiles(profile, unit());
  };
  form.addEventListener("change", (event) => {
    if (event.target === width) place.style.width = width.value === "" ? "" : `${width.value}px`;
    else {
      settle();
      onChange();
    }
  });
  return {
    update(news) {
      packages = news.packages;
      const titles = new Map(packages.map(({ identifier, title }) => [identifier, title]));
      offer(
        title,
        Array.from(titles, ([value, text]) => ({ value, text })),
      );
      settle();
    },
    chosen() {
      const found = unit();
      return found && { unit: found, profile: profile.value };
    },
  };
}

/** LMSs that know the package's standard; the package's own is chosen when the one chosen before does not. */
function offerProfiles(select: HTMLSelectElement, unit: PackageNews | undefined): void {
  const able = PROFILES.filter(({ standards }) => unit && standards.includes(unit.standard));
  const stays = able.some(({ name }) => name === select.value);
  offer(
    select,
    able.map(({ name }) => ({ value: name, text: name })),
  );
  if (!stays && unit) select.value = unit.profile;
}
