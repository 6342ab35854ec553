/**
 * Text as reports need it: words in two languages, numbers that are the same on every machine,
 * column widths, markup that cannot be broken by what a name holds.
 */
package vdcsim.report.text;
