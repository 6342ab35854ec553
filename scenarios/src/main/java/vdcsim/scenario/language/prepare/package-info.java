/**
 * Pure steps on nodes between reading and binding, in this order:
 *
 * <ol>
 *   <li>{@link vdcsim.scenario.language.prepare.Paths}: overrides and the values of one point of
 *       the {@link vdcsim.scenario.language.prepare.Variation} are set.
 *   <li>{@link vdcsim.scenario.language.prepare.Templates}: what a thing is {@code like} is merged
 *       in.
 *   <li>{@link vdcsim.scenario.language.prepare.Expansion}: names with {@link
 *       vdcsim.scenario.language.prepare.Ranges} become several.
 * </ol>
 *
 * <p>Every node keeps the place where it was written, so that what is wrong after these steps is
 * told where somebody can mend it. The steps are bounded: a file of a few bytes can stand for more
 * than a machine holds.
 */
package vdcsim.scenario.language.prepare;
