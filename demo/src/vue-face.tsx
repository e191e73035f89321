import { useEffect, useLayoutEffect, useRef, type ReactElement } from "react";
import type { FaceProps } from "./faces.ts";
import { mountPatientApp, type PatientAppMount } from "./vue-mount.ts";

/** The patient app in Vue: an app of its own inside the demo's frame, which is React. */
export function VueFace(props: FaceProps): ReactElement {
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  const mounted = useRef<PatientAppMount>(null);
  useLayoutEffect(() => {
    const app = mountPatientApp(host.current!, latest.current);
    mounted.current = app;
    return () => app.unmount();
  }, []);
  useEffect(() => {
    latest.current = props;
    mounted.current?.update(props);
  }, [props]);
  return <div ref={host} />;
}
