/**
 * Conditions over metrics: read from text, held against the metrics that the worlds have before
 * anything runs, and against results afterwards.
 */
package vdcsim.scenario.language.expect;
