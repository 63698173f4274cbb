package dev.streamgauge.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a setting means, for its reference in the documentation. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Means {

    /** One sentence or two, in Markdown. */
    String value();

    /** Whether it must be given. */
    boolean required() default false;

    /** A regular expression that each of its texts matches; empty: any text does. */
    String form() default "";

    /** The name in the file where it is no name in Java; empty: that of the component. */
    String name() default "";

    /** Whether a list may be given as the one text that is in it. */
    boolean orOne() default false;

    /** The form in words, to follow "should be". */
    String expected() default "";
}
