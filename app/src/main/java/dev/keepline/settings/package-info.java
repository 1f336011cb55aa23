/**
 * What the operator sets for the whole installation: public address, data folder, sandbox or real counterparts.
 *
 * <p>Owns: {@code keepline.*} settings that belong to no single module. A module's own settings are a record of its own
 * with a prefix of its own ({@code keepline.stripe}). Must not: hold secrets, read files, know any other module.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.keepline.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
