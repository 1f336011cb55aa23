package dev.keepline.settings;

import java.util.List;

/** Something the person who starts Keepline should read once it is ready, such as the demo log-ins; beans of this type. */
@FunctionalInterface
public interface Announcement {

    /** One entry a line, without colour. */
    List<String> lines();
}
