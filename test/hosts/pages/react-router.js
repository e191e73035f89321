import { createElement as h } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserRouter, Link, Outlet, RouterProvider, useBlocker } from "react-router";
import { Form } from "./react-form.js";

function Layout() {
  return [h(Link, { key: "link", id: "to-two", to: "/two" }, "Two"), h(Outlet, { key: "page" })];
}

function Two() {
  // Whoever guards a form against being left asks about every navigation that the router hears of.
  useBlocker(() => (host.asked++, false));
  return [
    h("h1", { key: "title" }, "/two"),
    h(Form, { key: "form", ways: { go: router.navigate, refresh: router.revalidate } }),
  ];
}

const loader = () => (host.loaded++, null);
const router = createBrowserRouter([
  {
    Component: Layout,
    children: [
      { path: "/one", Component: () => h("h1", null, "/one") },
      { path: "/two", Component: Two, loader },
      { path: "/three", Component: () => h("h1", null, "/three") },
    ],
  },
]);
createRoot(document.querySelector("#app")).render(h(RouterProvider, { router }));
