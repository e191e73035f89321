"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect } from "react";

export function Navigation() {
  const path = usePathname();
  useEffect(() => {
    globalThis.host.loaded++;
  }, [path]);
  return (
    <Link id="to-two" href="/two">
      Two
    </Link>
  );
}
