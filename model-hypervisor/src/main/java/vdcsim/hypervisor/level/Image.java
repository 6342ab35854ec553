package vdcsim.hypervisor.level;

/**
 * The pages of a program.
 *
 * @param pages all of them: code, data, heap, stacks, libraries
 * @param writablePages those that it may write
 */
public record Image(long pages, long writablePages) {}
