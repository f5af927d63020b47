import type { ItemInfo } from "../kit/item.ts";

/** What distribution-editor says of itself. */
export const item: ItemInfo = {
  version: "0.1.0",
  title: "Distribution editor",
  summary: "A probability distribution that is dragged into shape: families, free quantiles, data to fit against.",
  category: "control",
  budget: 36,
  example: {
    arguments: {
      value: '{"family": "lognormal", "median": 9, "sigma": 0.45}',
      data: "[9 * ((n + 0.5) / (199.5 - n)) ** 0.27 for n in range(200)]",
      label: '"Time to finish"',
      unit: '"days"',
      low: "0",
    },
    reader:
      '{get}()\n{mo}.md(f"Mean {{object}.mean:.4g} days; one in ten takes longer than {{object}.ppf(0.9):.4g} days")',
  },
  docs: `What somebody believes of a number, drawn by hand: the curve is dragged, typed, or fitted to data, and its mean, its standard
deviation and its quantiles are shown while it changes.

\`\`\`python
days = DistributionEditor(value={"family": "normal", "mean": 10, "sd": 3}, low=0, label="Time to finish", unit="days")
cost = DistributionEditor(data=[12.5, 30, 48.9], value={"family": "gamma", "shape": 4, "scale": 8})
free = DistributionEditor(value={"family": "quantiles", "p": [0.1, 0.5, 0.9], "x": [2, 5, 14]}, low=0)

get_days()                # in another cell: {"family": "normal", "mean": 10.0, "sd": 3.0}
days.mean, days.std
days.ppf(0.9)             # 9 in 10 lie below; days.ppf([0.05, 0.95]) is a list
days.cdf(12), days.pdf(12)
days.sample(10_000, seed=1)
days.frozen()             # a frozen distribution of scipy.stats, where SciPy is installed
\`\`\`

| family | parameters | |
|---|---|---|
| \`normal\` | \`mean\`, \`sd\` | |
| \`lognormal\` | \`median\`, \`sigma\` | sigma is the standard deviation of the logarithm |
| \`uniform\` | \`low\`, \`high\` | |
| \`triangular\`, \`pert\` | \`low\`, \`mode\`, \`high\` | |
| \`beta\` | \`low\`, \`high\`, \`alpha\`, \`beta\` | stretched from low to high |
| \`gamma\` | \`shape\`, \`scale\` | scale, not rate: the mean is shape × scale |
| \`exponential\` | \`scale\` | its mean |
| \`quantiles\` | \`p\`, \`x\` | 2 to 9 shares, and the numbers that have them below |

Free quantiles are hit exactly: a natural cubic spline over normal scores, kept rising, with normal tails; points that lie as
a normal distribution's give just that one. Sigma, shape, alpha and beta are 0.01 to 1,000.

**Limits.** With \`low\` or \`high\` what a family would have beyond is cut off and the rest is the whole: mean, quantiles and methods are
those of the rest, while the fields show the family's own numbers. Free quantiles stay exact: their tails run towards a limit as a
lognormal's or a logit-normal's do. What fits no limit, and parameters that make no distribution, are a \`TraitError\`.

**Exactness.** \`pdf\`, \`cdf\`, \`ppf\` agree with SciPy to 1e-9 of their size, mean and std to 1e-5 where limits cut or quantiles are free.

**Data** is drawn behind the curve. *Fit to data* gives the present family the data's mean and standard deviation (low and high its ends;
free quantiles the data's own); "largest gap" is how far the shares below the bars' edges differ at most. Another family
begins with the mean and the standard deviation of the last one, free quantiles with its quantiles.

**Pointer.** Drag a handle; drag anywhere else to move the whole distribution. Escape takes a drag back. While one lasts, values are sent
at each frame.

| key at a handle | |
|---|---|
| arrows | a step along the axis; with Shift ten |
| Page Up / Page Down | ten steps |
| Home / End | as far as the axis shows |
| Alt + arrow | the whole distribution a step, with Shift ten |
| Ctrl/Cmd + Z, with Shift or Y | undo, redo |

In a field type the exact number as your locale writes it; one that makes no distribution becomes the nearest that does.`,
};
