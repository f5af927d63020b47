import type { ItemInfo } from "../kit/item.ts";

export const item: ItemInfo = {
  version: "0.1.0",
  title: "Palette",
  summary: "One colour or a palette, chosen in OKLCH, with its contrast and what colour-blind eyes see.",
  category: "control",
  budget: 35,
  example: {
    arguments: {
      label: '"Colours of the chart"',
      value: '["#0e72b1", "#d86762", "#5c8a0e", "#a93780", "#e0a526"]',
    },
    reader: 'colors = {get}()\n{mo}.md(f"{len(colors)} colours: " + ", ".join(colors))',
  },
  docs: `The value is a list of \`#rrggbb\`. With \`max_colors=1\` there is one colour and no palette: \`[color] = get_color()\`.

\`\`\`python
colors = Palette(value=["#0e72b1", "#d86762"], label="Colours of the chart", max_colors=8)
Palette.named("okabe-ito", 5)            # Palette.names() has more; with matplotlib its colormaps too
Palette(value=["#7e5903"], max_colors=1, label="Accent")

get_colors()                             # ["#0e72b1", "#d86762"], in another cell
colors.interpolate(9)                    # nine colours between them in OKLCH; space="oklab" goes through greys
colors.rgb(); colors.oklch()             # tuples of three floats
colors.contrast("#ffffff")               # WCAG 2 ratios
colors.mapping(df["kind"])               # {"a": "#0e72b1", …} for plotly, seaborn
colors.colormap(256)                     # matplotlib
alt.Color("kind", scale=colors.scale())  # Altair
\`\`\`

**Sliders** are lightness, chroma and hue of OKLCH: the same lightness looks equally light in all hues. Where a slider is hatched,
sRGB has no such colour; one that is chosen there is shown with less chroma (lightness and hue stay), and the line below says so. What was
wanted is kept while the sliders move, so a grey does not lose its hue.

**Typing.** The field takes hex with or without \`#\` and any colour of CSS: \`teal\`, \`rgb(14 114 177)\`, \`oklch(55% 0.14 245)\`,
\`color(display-p3 …)\`. Several colours, pasted as a list, lines of code or an address with hex digits, are put in together. What is no colour stays
in the field with a message. Opacity is left out.

**Contrast** is the ratio of WCAG 2 of the colour on the two \`backgrounds\`, and of white and black text on it, with what it is enough for.
**Colour vision** shows the palette for protan, deutan and tritan eyes (Brettel 1997) and names the pairs that become alike (nearer than
0.08 in OKLab); the nearest first; open a line to read them.

| key | does |
|---|---|
| Left, Right, Home, End on the colours | chooses the one to change |
| Alt+Left, Alt+Right | moves it; a drag does too, Escape takes the drag back |
| + | adds a colour in the widest gap between the hues |
| Delete, Backspace | removes it |
| arrows, Page Up, Page Down, Home, End on a slider | changes it |
| Enter, Escape in the field | takes the text, leaves it |
| Ctrl+Z, Ctrl+Y, Ctrl+Shift+Z | takes a step back, does it again |

The pipette picks a colour from anywhere on the screen, in browsers that can. A colour is sent while a slider moves, or with \`live=False\` when
it is let go. Options: \`label\`, \`min_colors\` (1), \`max_colors\`, \`backgrounds\` (a light and a dark \`#rrggbb\`), \`live\`. Values that
are no such colours, or too few or too many, are a \`TraitError\`.`,
};
