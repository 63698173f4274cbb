package dev.streamgauge.settings.flat;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A setting, and its reference in the documentation. A record's component without it is a group of settings. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

    /** Its name; in a group that has many, what follows the group's name. */
    String name();

    /** Its value if it is not set; empty: there is none, the component is null then. */
    String otherwise() default "";

    /** One sentence or two, in Markdown. */
    String meaning();
}
