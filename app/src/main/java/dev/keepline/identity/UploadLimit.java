package dev.keepline.identity;

/**
 * The one place that takes files, from staff only.
 *
 * @param path of the form's action
 * @param bytes that a whole request may have
 */
public record UploadLimit(String path, long bytes) {}
