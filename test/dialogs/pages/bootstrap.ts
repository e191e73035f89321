import "bootstrap";
import "bootstrap/dist/css/bootstrap.css";
import { writeButton } from "./page-options.ts";
import { writeHost } from "./plain-host.ts";

writeHost({
  dialog: `<button class="trigger" data-bs-toggle="modal" data-bs-target="#modal">Open</button>
    <div class="modal fade" id="modal" tabindex="-1" aria-label="Health data"><div class="modal-dialog">
      <div class="modal-content content-of-library">
        <input class="field" aria-label="Field"><div>${writeButton()}</div><button class="last">Last</button>
      </div>
    </div></div>`,
  menu: `<div class="dropdown"><button class="trigger" data-bs-toggle="dropdown">Open</button>
    <ul class="dropdown-menu content-of-library">
      <li>${writeButton(true)}</li><li><a class="dropdown-item" href="#other">Other</a></li>
    </ul></div>`,
});
