/** Benchmarks of the event queue itself, which is private to the kernel's package. */
package vdcsim.kernel;
