import type { Settings } from "./settings.ts";

/** Words of the patient app. Those of the kit come with the kit. */
export interface Words {
  signedIn: string;
  title: string;
  lead: string;
  sources: string;
  empty: string;
  privacy: string;
  visit: string;
  visitLead: string;
  visitOpen: string;
  visitTitle: string;
  visitText: string;
  visitClose: string;
}

export const words: Readonly<Record<Settings["language"], Words>> = {
  en: {
    signedIn: "Signed in as a demo patient",
    title: "Connected health data",
    lead: "Bring in records from your pharmacy, your clinic or your watch, and your care team sees what you see.",
    sources: "Your sources",
    empty: "What you connect is listed here.",
    privacy: "You choose what to share, and you can stop at any time. Your passwords never reach Otterbrook.",
    visit: "Before your visit",
    visitLead: "Share your medications with your doctor before Thursday.",
    visitOpen: "Get ready",
    visitTitle: "Get ready for your visit",
    visitText:
      "Connect the pharmacy that fills your prescriptions. Your doctor can then check them for interactions before you meet.",
    visitClose: "Not now",
  },
  es: {
    signedIn: "Sesión iniciada como paciente de prueba",
    title: "Datos de salud conectados",
    lead: "Reúne los datos de tu farmacia, tu clínica o tu reloj, y tu equipo médico verá lo mismo que tú.",
    sources: "Tus fuentes",
    empty: "Aquí verás lo que conectes.",
    privacy:
      "Tú decides qué compartir y puedes dejar de hacerlo cuando quieras. Tus contraseñas nunca llegan a Otterbrook.",
    visit: "Antes de tu cita",
    visitLead: "Comparte tus medicamentos con tu equipo médico antes del jueves.",
    visitOpen: "Prepararme",
    visitTitle: "Prepara tu cita",
    visitText:
      "Conecta la farmacia que surte tus recetas. Tu equipo médico podrá revisar posibles interacciones antes de verte.",
    visitClose: "Ahora no",
  },
};
