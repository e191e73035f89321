/** The vendor's client shows it behind the frame until the page paints; drawn for the sandbox. */
export const splashImage = `<svg xmlns="http://www.w3.org/2000/svg" width="280" height="96" viewBox="0 0 280 96" role="img">
  <title>Opening Connect</title>
  <style>
    .line { stroke: #3567c8; }
    .dot { fill: #3567c8; }
    .text { fill: #4a5568; font: 500 16px system-ui, sans-serif; }
    @media (prefers-color-scheme: dark) {
      .line { stroke: #6e98e8; }
      .dot { fill: #6e98e8; }
      .text { fill: #7f8ca3; }
    }
  </style>
  <path class="line" d="M100 28h24l8-14 16 28 8-14h24" fill="none" stroke-width="4" stroke-linecap="round" stroke-linejoin="round" />
  <circle class="dot" cx="92" cy="28" r="8" />
  <circle class="dot" cx="188" cy="28" r="8" />
  <text class="text" x="140" y="80" text-anchor="middle">Opening Connect…</text>
</svg>
`;

/** The image is also framed directly, to warm a connection up; then it may use its own style and nothing else. */
export const splashSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
