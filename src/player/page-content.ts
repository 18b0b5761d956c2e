/** The package's own content in a real page: registered by its scripts, which are added as they are needed. */
import type { Plan, PoolQuestion, QuestionPool } from "../tracking/plan.ts";
import type { Content } from "./content.ts";

/** The content of the package that this page belongs to. */
export function createContent(page: Document): Content {
  const registered = new Map<string, unknown>();
  const get = <T>(kind: string, ordinal: number): T | undefined =>
    registered.get(`${kind} ${ordinal}`) as T | undefined; // written by our own renderer, whose types are the plan's
  const need = async <T>(kind: string, ordinal: number, src: string): Promise<T> => {
    if (get(kind, ordinal) === undefined) await loadScript(page, src);
    const value = get<T>(kind, ordinal);
    if (value === undefined) throw new Error(`${src} does not hold ${kind} ${ordinal}`);
    return value;
  };
  return {
    register: (kind, ordinal, value) => void registered.set(`${kind} ${ordinal}`, value),
    plan() {
      const plan = get<Plan>("plan", 0);
      if (!plan) throw new Error("content/plan.js is missing");
      return plan;
    },
    async lesson(ordinal, src) {
      const template = page.getElementById(`lesson-${ordinal}`);
      if (template instanceof HTMLTemplateElement) return template.innerHTML;
      return need<string>("lesson", ordinal, src ?? "");
    },
    checks: (lesson) => get<{ questions: readonly PoolQuestion[] }>("checks", lesson)?.questions ?? [],
    pool: (ordinal, src) => need<QuestionPool>("quiz", ordinal, src),
    loadedPool: (ordinal) => get<QuestionPool>("quiz", ordinal),
    images: (html) => loadImages(page, html),
  };
}

function loadScript(page: Document, src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = page.createElement("script");
    script.src = src;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error(`${src} could not be loaded`));
    };
    page.head.append(script);
  });
}

async function loadImages(page: Document, html: string): Promise<void> {
  const template = page.createElement("template");
  template.innerHTML = html;
  const sources = [...template.content.querySelectorAll("img")].map((image) => image.getAttribute("src") ?? "");
  await Promise.all(
    sources.map(
      (src) =>
        new Promise<void>((resolve) => {
          const image = new Image();
          image.onload = () => resolve();
          image.onerror = () => resolve();
          image.src = src;
        }),
    ),
  );
}
