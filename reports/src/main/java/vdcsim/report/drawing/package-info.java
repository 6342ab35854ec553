/**
 * Drawings as SVG, PDF and PNG: one painter, three formats, the same bytes each time.
 *
 * <p>Letters are drawn with Liberation Sans, which comes with PDFBox (SIL Open Font License 1.1),
 * so that a chart does not depend on the fonts of a machine. It is as wide as Arial, letter by
 * letter, so an SVG looks alike where only Arial is there. Chinese needs a font of the machine or
 * of the user.
 */
package vdcsim.report.drawing;
