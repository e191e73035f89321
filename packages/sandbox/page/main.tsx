import { render } from "preact";
import { createApi } from "./api.js";
import { App } from "./app.js";
import { startAutopilot } from "./autopilot.js";
import { createHost } from "./host.js";
import { readLaunch } from "./launch.js";
import { createPage } from "./page.js";
import "./page.css";

const launch = readLaunch(location.search);
const api = createApi(launch);
const page = createPage(api, createHost(), launch.token !== null);
const root = document.getElementById("root");

if (root) render(<App page={page} api={api} launch={launch} />, root);
startAutopilot(page, () => api.providers(""));
void page.start();
