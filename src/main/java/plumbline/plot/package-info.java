/**
 * Pictures of bound against measurement as PNG, SVG and PDF; start at {@link plumbline.plot.Plot}.
 * Depends on {@code check} for curves, on XChart for the chart, on Java2D for glyph outlines. No
 * number is computed here that a result does not hold, and nothing is written but pictures.
 */
package plumbline.plot;
