package vdcsim.hypervisor.memory.overcommit.guest;

/** What kind of memory a page-sized piece of a guest's memory is. */
enum Piece {
  /** Of the kernel: always there. */
  PINNED,
  /** Of a file: in the page cache, as long as there is room. */
  FILE,
  /** Of a program: it goes to the guest's own swap when there is no room. */
  PROGRAM
}
