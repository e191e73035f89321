import { createApp, h, shallowRef } from "vue";
import type { FaceProps } from "./faces.ts";
import { PatientApp } from "./vue-patient-app.ts";

/** A running Vue app, as the frame around it sees it. */
export interface PatientAppMount {
  update(props: FaceProps): void;
  unmount(): void;
}

/** Starts the Vue app in an element. */
export function mountPatientApp(host: Element, props: FaceProps): PatientAppMount {
  const current = shallowRef(props);
  const app = createApp({ render: () => h(PatientApp, current.value) });
  app.mount(host);
  return {
    update(next) {
      current.value = next;
    },
    unmount: () => app.unmount(),
  };
}
