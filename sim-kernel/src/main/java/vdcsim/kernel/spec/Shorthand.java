package vdcsim.kernel.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a scalar stand for the whole map: with {@code @Shorthand("rate")}, {@code eth0: 1 Gbps}
 * means {@code eth0: {rate: 1 Gbps}}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Shorthand {
  /** The key that the scalar fills. */
  String value();
}
