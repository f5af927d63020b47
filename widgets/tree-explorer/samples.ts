import type { Samples } from "../kit/testing/samples.ts";
import type { traits } from "./traits.ts";

const shop = {
  order: 1042,
  paid: true,
  note: null,
  customer: { name: "Ana Souza", email: "ana@example.org", tags: ["new", "newsletter"] },
  items: [
    { sku: "A-100", title: "Desk lamp", price: 39.9, count: 2 },
    { sku: "B-204", title: "Bookshelf", price: 129, count: 1 },
  ],
  "a/b~c": {},
};

export const samples: Samples<typeof traits> = {
  typical: { label: "Order 1042", data: shop, selected: ["/customer/name", "/items/0"], depth: 2 },
  empty: { label: "Nothing yet", data: {} },
  scalar: { data: 42, select: "one" },
  editable: { data: shop, editable: true, depth: 9, name: "order", select: "none" },
  names: {
    label: "Files",
    data: { src: { "main.py": null, "util.py": null }, "README.md": null },
    show_values: false,
    depth: 3,
    select: "one",
    selected: ["/src/main.py"],
  },
  hostile: {
    label: "<b>Label</b>",
    name: "<i>x</i>",
    data: {
      "<img src=x onerror=alert(1)>": ["</div><script>alert(1)</script>", "word ".repeat(300)],
      עברית: "שלום",
      "": { "": "" },
    },
    selected: ["/gone", "no pointer", "//"],
    depth: 9,
    editable: true,
  },
  deep: { data: JSON.parse(`${'{"a":['.repeat(60)}1${"]}".repeat(60)}`), depth: 999 },
  long: {
    label: "More than fit",
    data: Array.from({ length: 5000 }, (_, index) => ({ id: index, name: `Row ${index}` })),
  },
};
