package dev.keepline.catalog.yaml;

import dev.keepline.catalog.CatalogProblem;

/** Ends the reading of one item; caught where items are collected, and never leaves this package. */
final class Rejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient CatalogProblem problem;

    Rejected(CatalogProblem problem) {
        super(problem.toString(), null, false, false);
        this.problem = problem;
    }

    CatalogProblem problem() {
        return problem;
    }
}
