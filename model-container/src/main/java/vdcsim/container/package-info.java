/**
 * Light-weight virtualization and what is built on it. What will live here, a package for each
 * mechanism:
 *
 * <ul>
 *   <li>{@code namespace}, {@code cgroup}: what a process sees and what it may use
 *   <li>{@code image}, {@code registry}, {@code runtime}: layers, pulls, life cycle, network modes
 *   <li>{@code checkpoint}: container migration by checkpoint and restore
 *   <li>{@code compose}, {@code swarm}, {@code kubernetes}: orchestration
 *   <li>{@code faas}, {@code pipeline}: serverless and continuous delivery
 * </ul>
 */
package vdcsim.container;
