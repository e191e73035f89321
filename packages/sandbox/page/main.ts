import { start } from "./start.js";
import "./page.css";

start((path, init) => fetch(path, init));
