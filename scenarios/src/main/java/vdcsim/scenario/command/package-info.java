/** The command line. */
package vdcsim.scenario.command;
