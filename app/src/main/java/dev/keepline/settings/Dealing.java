package dev.keepline.settings;

import java.net.URI;

/**
 * In which world this installation deals with one counterpart; beans of this type, one for each counterpart that is set.
 *
 * @param counterpart its name
 * @param address of its API
 * @param because the settings that say so, without secrets
 */
public record Dealing(String counterpart, Realm realm, URI address, String because) {}
