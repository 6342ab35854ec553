/**
 * Golden cases as they stand in their files: JSON with places, so that a case that cannot be read
 * is refused with file, line and column.
 */
package vdcsim.scenario.verify.golden;
