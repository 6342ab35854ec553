package vdcsim.hypervisor.dirty;

/** Pages that come when the guest asks for them, one by one. */
public interface DemandPages {
  /** The guest writes its next page; whether that was there. */
  boolean write();

  /** The page that was not there comes, and takes its bytes of what is sent next. */
  void fetch(Prepaging prepaging);
}
