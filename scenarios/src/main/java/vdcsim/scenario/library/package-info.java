/**
 * The scenarios that ship with the program, and files to start from. Each is a resource; a new one
 * is a file in {@code vdcsim/scenario/library}, and is listed, checked and run without another
 * line.
 */
package vdcsim.scenario.library;
