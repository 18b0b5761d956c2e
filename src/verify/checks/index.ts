import { archive } from "./archive.ts";
import { budgets } from "./budgets.ts";
import type { Check } from "./check.ts";
import { content, references } from "./content.ts";
import { identifiers } from "./identifiers.ts";
import { metadataFiles, prefixes, schemaMapping } from "./namespaces.ts";
import { items, organizations, titles } from "./organizations.ts";
import { files, resources } from "./resources.ts";
import { passMarks, sequencing } from "./scoring.ts";
import { standard } from "./standard.ts";
import { xmlValidity } from "./xml-validity.ts";

/** Every check, in the order in which its findings are reported. */
export const CHECKS: readonly Check[] = [
  archive,
  standard,
  xmlValidity,
  prefixes,
  schemaMapping,
  metadataFiles,
  identifiers,
  organizations,
  titles,
  items,
  resources,
  files,
  passMarks,
  sequencing,
  content,
  references,
  budgets,
];
