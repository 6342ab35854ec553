/**
 * Pure steps on nodes between reading and binding: overrides and varied values are set, templates
 * are merged in, names with ranges become several.
 */
package vdcsim.scenario.language.prepare;
