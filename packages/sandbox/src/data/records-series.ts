import type { ProviderKind } from "../base/connect-api.js";
import type { Draw } from "./records-draw.js";

/** The records of one kind of source about a user, at equal steps back in time. */
export interface Series {
  /** Kinds of source that have this series. */
  kinds: readonly ProviderKind[];
  /** How many records one source has. */
  count: number;
  stepHours: number;
  /** @param instant The time of the record, in milliseconds since 1970. */
  describe(draw: Draw, instant: number): Record<string, unknown>;
}

const hourMs = 3_600_000;
const iso = (instant: number): string => new Date(instant).toISOString();
const day = (instant: number): string => iso(instant).slice(0, 10);

/** A value at a moment. */
const reading = (unit: string, value: (draw: Draw) => unknown) => (draw: Draw, instant: number) => ({
  timestamp: iso(instant),
  tzOffset: "+00:00",
  value: value(draw),
  unit,
});

/** A period of time. */
const span = (hours: number, instant: number): Record<string, unknown> => ({
  startTime: iso(instant - hours * hourMs),
  endTime: iso(instant),
  tzOffset: "+00:00",
});

/** Readings by their name; the vendor answers the latest under the name and all of them under `NAME/readings`. */
export const readings: Readonly<Record<string, Series>> = {
  heart_rate: {
    kinds: ["wearable"],
    count: 720,
    stepHours: 1,
    describe: reading("bpm", (draw) => draw.whole(52, 118)),
  },
  blood_glucose: {
    kinds: ["wearable"],
    count: 240,
    stepHours: 6,
    describe: reading("mg/dL", (draw) => draw.whole(78, 164)),
  },
  blood_oxygen: {
    kinds: ["wearable", "hospital"],
    count: 60,
    stepHours: 24,
    describe: reading("percent", (draw) => draw.whole(94, 99)),
  },
  blood_pressure: {
    kinds: ["wearable", "clinic", "hospital"],
    count: 30,
    stepHours: 72,
    describe: reading("mmHg", (draw) => ({ systolic: draw.whole(104, 142), diastolic: draw.whole(64, 92) })),
  },
  bmi: {
    kinds: ["wearable", "clinic"],
    count: 40,
    stepHours: 72,
    describe: reading("kg/m2", (draw) => draw.decimal(22, 26, 1)),
  },
  body_fat: {
    kinds: ["wearable"],
    count: 40,
    stepHours: 72,
    describe: reading("percent", (draw) => draw.decimal(18, 24, 1)),
  },
  height: {
    kinds: ["clinic", "hospital"],
    count: 3,
    stepHours: 4380,
    describe: reading("m", (draw) => draw.decimal(1.71, 1.73, 2)),
  },
  weight: {
    kinds: ["wearable", "clinic"],
    count: 40,
    stepHours: 72,
    describe: reading("kg", (draw) => draw.decimal(66, 74, 1)),
  },
};

/** Every endpoint that is a list under its own name. */
export const lists: Readonly<Record<string, Series>> = {
  activities: {
    kinds: ["wearable"],
    count: 120,
    stepHours: 12,
    describe: (draw, instant) => ({
      ...span(draw.decimal(0.3, 1.6, 2), instant),
      type: draw.pick(["walking", "running", "cycling"]),
      distance: draw.whole(900, 11_000),
      steps: draw.whole(1200, 12_000),
      calories: draw.whole(60, 640),
    }),
  },
  "activities/summaries": {
    kinds: ["wearable"],
    count: 60,
    stepHours: 24,
    describe: (draw, instant) => ({
      date: day(instant),
      duration: draw.whole(1200, 9000),
      distance: draw.whole(2000, 14_000),
      steps: draw.whole(2500, 16_000),
      calories: draw.whole(1700, 2900),
    }),
  },
  "heart_rate/summaries": {
    kinds: ["wearable"],
    count: 60,
    stepHours: 24,
    describe: (draw, instant) => ({ date: day(instant), restingHR: draw.whole(54, 66) }),
  },
  sleeps: {
    kinds: ["wearable"],
    count: 60,
    stepHours: 24,
    describe: (draw, instant) => ({
      ...span(draw.decimal(5.5, 8.5, 2), instant),
      timeAwake: draw.whole(4, 50),
      efficiency: draw.whole(82, 97),
    }),
  },
  locations: {
    kinds: ["wearable"],
    count: 30,
    stepHours: 24,
    // Far out in the ocean, so that no location of a fictional user is a real home.
    describe: (draw, instant) => ({
      ...span(draw.decimal(0.5, 9, 2), instant),
      name: draw.pick(["Home", "Work", ""]),
      location: { lat: draw.decimal(-47.2, -46.8, 6), lon: draw.decimal(-124.2, -123.8, 6) },
    }),
  },
  meals: {
    kinds: ["wearable"],
    count: 90,
    stepHours: 8,
    describe: (draw, instant) => ({
      timestamp: iso(instant),
      tzOffset: "+00:00",
      type: draw.pick(["breakfast", "lunch", "dinner", "snack"]),
      calories: draw.whole(120, 880),
    }),
  },
  genetic_traits: {
    kinds: ["lab"],
    count: 12,
    stepHours: 1,
    describe: (draw) => ({
      description: draw.pick(["Lactose tolerance", "Caffeine metabolism", "Earwax type", "Bitter taste"]),
      trait: draw.pick(["typical", "increased", "decreased"]),
    }),
  },
  "medical/test_results": {
    kinds: ["clinic", "hospital", "lab"],
    count: 24,
    stepHours: 480,
    describe: (draw, instant) => ({
      name: draw.pick(["Glucose", "Hemoglobin A1c", "Cholesterol, total", "Ferritin", "Vitamin D"]),
      status: "final",
      resultDateTime: iso(instant),
      components: [{ name: "Result", value: draw.decimal(4, 190, 1), componentResults: [] }],
    }),
  },
  "medical/medications": {
    kinds: ["pharmacy", "clinic", "hospital", "insurer"],
    count: 15,
    stepHours: 720,
    describe: (draw, instant) => ({
      name: draw.pick(["Amoxicillin 500 mg", "Ibuprofen 400 mg", "Levothyroxine 50 mcg", "Cetirizine 10 mg"]),
      startDate: iso(instant),
      quantity: draw.whole(10, 90),
      status: draw.pick(["active", "completed"]),
    }),
  },
};
