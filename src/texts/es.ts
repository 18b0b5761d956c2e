/** Spanish. */
import type { PageTexts } from "./texts.ts";

/** What pages carry beside the author's own words. */
export const page: PageTexts = {
  skip: "Ir al contenido",
  outline: "Índice del curso",
  start: "Empezar",
  noScript:
    "Estas lecciones necesitan JavaScript para registrar sus respuestas. Actívelo en el navegador y vuelva a cargar la página.",
  objectives: "Qué aprenderá",
  lessonObjectives: "Después de esta lección usted podrá",
  terms: "Términos clave",
  sources: "Fuentes",
  reviewed: "Última revisión:",
  minutes: "Unos {count} minutos",
  minutesOne: "Cerca de 1 minuto",
  note: "Nota",
  scenario: "Situación",
  figureSource: "Fuente:",
  footnotes: "Notas",
  backToText: "Volver al texto",
  newTab: "(se abre en una pestaña nueva)",
  table: "Tabla {number}",
  tableOf: "Tabla {number}: {columns}",
  passMark: "Nota para aprobar: {pass} %",
  attemptOne: "Un solo intento",
  attemptsAny: "Tantos intentos como quiera",
  attemptsUpTo: "Hasta {count} intentos",
  "counts-best": "Cuenta su mejor intento",
  "counts-latest": "Cuenta su último intento",
  "counts-first": "Cuenta su primer intento",
  "counts-mean": "Cuenta el promedio de sus intentos",
  barChart: "Gráfico de barras",
  lineChart: "Gráfico de líneas",
  chartSays:
    "{kind}: {y} por {x}. {count} valores, de {low} ({lowAt}) a {high} ({highAt}). La tabla que sigue al gráfico los contiene todos.",
  chartData: "Las cifras en una tabla",
  chartNote: "Nota",
  transcript: "Transcripción",
  captions: "Subtítulos",
};
