import type { ItemInfo } from "../kit/item.ts";

/** What dial says of itself. */
export const item: ItemInfo = {
  version: "0.1.0",
  title: "Dial",
  summary: "A number or a range on a circle: an angle, a time of day, a hue, a direction.",
  category: "control",
  budget: 32,
  example: {
    arguments: { value: "870", format: '"time"', label: '"Departure"' },
    reader:
      'minutes = {get}()\n{mo}.md(f"Leave at **{{object}.time:%H:%M}**, {(1440 - minutes) / 60:.1f} hours before midnight")',
  },
  docs: `A hand on a circle for \`value\`, or two for the range from \`low\` to \`high\`.

\`\`\`python
Dial(value=45)                                              # degrees, 0 at the top, clockwise
Dial(value=45, math=True)                                   # 0 to the right, counterclockwise
Dial(value=225, format="compass")                           # "225° SW"; NE or 45 can be typed
Dial(value=200, format="hue")                               # the ring shows the colours
Dial(value=62, format="number", wrap=False, unit="%")       # a knob with two ends
Dial(start=-180, stop=180, step=15, detents=[-90, 0, 90])

leave = Dial.from_time("14:30")                 # minutes after midnight
leave.time                                      # datetime.time(14, 30)
quiet = Dial.from_time("22:00", "06:30")        # a range; it may go past midnight
quiet.times, quiet.span, quiet.contains(datetime.time(3, 15))
\`\`\`

**Value.** \`value\` is wired: \`get_dial()\`. For a range install it with \`--set range=true --wire low,high\`, and read \`get_dial_low()\` and
\`get_dial_high()\`. With \`wrap\` (the usual) the circle has no end: hands go round past \`stop\`, and \`low\` may be above \`high\`. Without it
there are two ends, a drag over the gap stays at the end it came from, and low and high do not cross. Numbers outside \`start\` to \`stop\`
are a TraitError. \`radians\` is the angle of any value.

**Pointer.** Press or drag on the ring: the nearest hand comes. Drag the bar between two hands to move the range. Near one of the \`detents\`
a hand catches, unless Shift is held. Escape takes a drag back. \`debounce=True\` sends only where a drag ends.

**Keys.** Tab goes to the fields in the middle, and to each hand (the low end, the range as a whole, the high end).

| key | at a hand |
|---|---|
| ↑ → / ↓ ← | a step more / less, round past the end |
| Shift + arrow | ten steps |
| Page Up / Page Down | the next / last detent; ten steps where there are none |
| Home / End | the first / last number |

**Typing.** In the middle, as your locale writes it: 14:30, 2:30 pm or 1430; 45, 45° or NE. Beyond the circle it goes round: 370° is 10°.
Arrows step, Enter keeps, Escape takes back.

**Steps.** \`step\` for hands and typed numbers. Without it hands stop at round numbers (1°, 5 minutes) and typed ones stay as they are.`,
};
