/** Conditions over metrics: read from text, held against results. */
package vdcsim.scenario.language.expect;
