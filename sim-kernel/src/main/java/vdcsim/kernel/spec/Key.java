package vdcsim.kernel.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a key of a scenario file means; stands at a record component. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {
  /** The meaning, in one sentence. */
  String value();

  /** The default, as a scenario file would write it; empty when there is none. */
  String fallback() default "";

  /** Where the default comes from: a clause of a standard, a paper and its table. */
  String source() default "";

  /** A value as an example, as a scenario file would write it. */
  String example() default "";

  /** For a distribution: the type of what is drawn, as {@code Duration.class}. */
  Class<?> quantity() default Void.class;

  /** For a name: the section in which the named thing stands, as {@code hosts}; may be empty. */
  String names() default "";
}
