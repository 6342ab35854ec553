/**
 * Benchmarks beside what others do: {@code java.util.PriorityQueue}, CloudSim Plus and, in {@code
 * src/main/cpp}, {@code std::priority_queue}. {@code docs/performance.md} says how to run them.
 */
package vdcsim.benchmarks;
