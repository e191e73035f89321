import { connection } from "next/server";
import { HealthData } from "./health-data";

export default async function Page() {
  // The environment of the running server counts, not that of the build.
  await connection();
  return (
    <main>
      <h1>Your records</h1>
      <HealthData baseUrl={process.env["HUMAN_API_CONNECT_URL"]} />
    </main>
  );
}
