/** One page with a row a story and a column a surrounding. What is wrong with a picture stands below it. */
export function drawSheet(stories, surroundings, pictures) {
  const find = (story, surrounding) =>
    pictures.find((each) => each.story === story && each.surrounding === surrounding.name);
  const head = surroundings.map(
    ({ name, viewport }) => `<th>${name}<br><small>${viewport.width}×${viewport.height}</small>`,
  );
  const rows = stories.map((story) => {
    const cells = surroundings.map((surrounding) => {
      const picture = find(story, surrounding);
      if (!picture) return "<td>";
      const faults = picture.faults.map((fault) => `<p class="fault">${escape(fault)}</p>`).join("");
      return `<td><a href="${picture.file}"><img loading="lazy" src="${picture.file}" alt="${story}, ${surrounding.name}"></a>${faults}`;
    });
    return `<tr><th>${story}${cells.join("")}`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Every state in every surrounding</title>
<style>
body { margin: 0; font: 14px/1.4 system-ui, sans-serif; background: #d8dcdd; color: #111 }
th { padding: 8px; background: #d8dcdd; text-align: start; vertical-align: top }
thead th { position: sticky; top: 0; z-index: 1 }
tbody th { position: sticky; left: 0; max-width: 8rem; overflow-wrap: anywhere }
td { padding: 4px; vertical-align: top }
img { display: block; width: 300px; max-height: 500px; object-fit: contain; object-position: top; background: #fff }
.fault { max-width: 300px; margin: 4px 0; color: #a00 }
</style>
<table>
<thead><tr><th>${head.join("")}</thead>
<tbody>${rows.join("\n")}</tbody>
</table>
`;
}

const escape = (text) => text.replace(/[&<]/g, (sign) => (sign === "&" ? "&amp;" : "&lt;"));
