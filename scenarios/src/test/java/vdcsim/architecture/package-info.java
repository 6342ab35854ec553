/**
 * Holds the design in place: which module, package and library may use which, what would make runs
 * differ, and the style of the sources. It stands in the highest module, which sees all others.
 */
package vdcsim.architecture;
