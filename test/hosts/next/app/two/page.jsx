"use client";

import { useRouter } from "next/navigation";
import { Form } from "../../../pages/react-form.js";

export default function Page() {
  const { push, refresh } = useRouter();
  return (
    <>
      <h1>/two</h1>
      <Form ways={{ go: push, refresh }} />
    </>
  );
}
