/** Switches for everything that can go wrong in an LMS. */
import { type Faults, NO_FAULTS } from "../../lms/lms.ts";
import { byId, make } from "./elements.ts";

interface Switch<T> {
  readonly label: string;
  /** The first is how it should be. */
  readonly settings: readonly (readonly [words: string, value: T])[];
}

const yesOrNo = (label: string): Switch<boolean> => ({
  label,
  settings: [
    ["no", false],
    ["yes", true],
  ],
});

/** Every fault; a new one does not compile without its switch. */
const SWITCHES: { readonly [Name in keyof Faults]: Switch<Faults[Name]> } = {
  commitFails: yesOrNo("Commit says false"),
  commitTakes: {
    label: "Commit holds the page for",
    settings: [
      ["no time", 0],
      ["0.3 seconds", 300],
      ["1 second", 1000],
      ["3 seconds", 3000],
    ],
  },
  setThrows: yesOrNo("SetValue throws"),
  sessionExpired: yesOrNo("The session has expired"),
  yes: {
    label: "“True” comes as",
    settings: [
      ["the text “true”", "true"],
      ["the value true", true],
      ["an empty text", ""],
      ["nothing", undefined],
    ],
  },
  blankMode: yesOrNo("At the next launch the mode is blank"),
  clearedState: yesOrNo("At the next launch the resume state is gone"),
  mode: {
    label: "At the next launch the mode is",
    settings: [
      ["what it should be", undefined],
      ["browse", "browse"],
      ["review", "review"],
    ],
  },
};

/** Fills the form with one choice a fault; `onChange` gets all faults whenever one is switched. */
export function createFaultSwitches(onChange: (faults: Faults) => void): void {
  const form = byId("faults");
  const current: Faults = { ...NO_FAULTS };
  const names = Object.keys(NO_FAULTS);
  for (const [name, { label, settings }] of Object.entries<Switch<unknown>>(SWITCHES)) {
    const options = settings.map(([words], index) => make("option", { value: String(index) }, words));
    const select = make("select", { name }, ...options);
    select.addEventListener("change", () => {
      Object.assign(current, { [name]: settings[select.selectedIndex]?.[1] });
      count(names.filter((each) => Reflect.get(current, each) !== Reflect.get(NO_FAULTS, each)).length);
      onChange({ ...current });
    });
    form.append(make("label", {}, `${label} `, select));
  }
}

function count(switched: number): void {
  const badge = byId("faults-count");
  badge.textContent = switched === 0 ? "" : `${switched} on`;
  badge.classList.toggle("bad", switched > 0);
}
