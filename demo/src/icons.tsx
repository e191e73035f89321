import type { ReactElement } from "react";

/** The patient app's mark: two waves under a sun. */
export function Mark(): ReactElement {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
      <rect className="mark-ground" width="32" height="32" rx="9" />
      <circle className="mark-sun" cx="16" cy="11" r="4" />
      <path
        className="mark-wave"
        d="M6 19c3.3 0 3.3 2.5 6.7 2.5s3.3-2.5 6.6-2.5 3.3 2.5 6.7 2.5M6 24c3.3 0 3.3 2.5 6.7 2.5s3.3-2.5 6.6-2.5 3.3 2.5 6.7 2.5"
      />
    </svg>
  );
}

/** A padlock, for the promise about privacy. */
export function Lock(): ReactElement {
  return (
    <svg className="lock" viewBox="0 0 20 20" aria-hidden="true">
      <rect x="3.5" y="8.5" width="13" height="8.5" rx="2.5" />
      <path d="M6.5 8.5v-2a3.5 3.5 0 0 1 7 0v2" />
    </svg>
  );
}

/** Who is signed in. */
export function Avatar({ label }: { label: string }): ReactElement {
  return (
    <svg className="avatar" viewBox="0 0 36 36" role="img" aria-label={label}>
      <circle className="avatar-ground" cx="18" cy="18" r="18" />
      <circle cx="18" cy="14.5" r="5" />
      <path d="M8.5 28a9.5 8 0 0 1 19 0z" />
    </svg>
  );
}
