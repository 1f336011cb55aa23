package dev.keepline.portal.console;

import dev.keepline.portal.console.DeskPage.Cell;
import dev.keepline.portal.console.DeskPage.Table;
import dev.keepline.portal.words.Shown;
import dev.keepline.renewal.Dossier;
import dev.keepline.renewal.Steps;
import java.util.List;
import java.util.Set;

/** Puts words to what was sent outside and what was answered. */
final class AnswerTexts {

    private static final Set<String> OF_CONNECTOR = Set.of("PlaceOrder", "FindOrder", "ReadLine");

    private final DeskTexts desk;

    AnswerTexts(DeskTexts desk) {
        this.desk = desk;
    }

    /** The last answers, the newest first. */
    Table table(Dossier dossier) {
        var w = desk.w();
        return new Table(
                List.of(w.t("console.asked"), w.t("console.answered"), w.t("console.at"), w.t("console.ref")),
                dossier.answers().stream()
                        .map(one -> List.of(
                                Cell.of(desk.known("asked.", one.question())),
                                Cell.of(said(one)),
                                Cell.of(desk.moment(one.at())),
                                Cell.of(one.answer().reference())))
                        .toList());
    }

    /** What we sent, under which name of ours. */
    Table sent(Dossier dossier) {
        var w = desk.w();
        return new Table(
                List.of(w.t("console.asked"), w.t("console.ref.sent"), w.t("console.times"), w.t("console.lasttime")),
                dossier.sent().stream()
                        .map(one -> List.of(
                                Cell.of(desk.known("asked.", one.command())),
                                Cell.of(one.reference()),
                                Cell.of(w.number(one.sends())),
                                Cell.of(desk.moment(one.lastAt()))))
                        .toList());
    }

    /** What the engine did, with the trace that the log keeps of it. */
    Table steps(List<Steps.Step> steps) {
        var w = desk.w();
        return new Table(
                List.of(w.t("console.step"), w.t("console.at"), w.t("console.trace")),
                steps.stream()
                        .map(step -> List.of(
                                Cell.of(
                                                step.command()
                                                        ? w.h("console.command", "name", step.name())
                                                        : Shown.text(step.name()))
                                        .with(step.detail()),
                                Cell.of(desk.moment(step.at())),
                                Cell.of(step.trace().map(Object::toString).orElse("—"))))
                        .toList());
    }

    /** Who answered what. */
    Shown sentence(Dossier.Answered one, Dossier.Course course) {
        var who = desk.known(
                "counterpart.", OF_CONNECTOR.contains(one.question()) ? course.connector() : course.gateway());
        return desk.w().h("console.asked.came", "who", who, "said", said(one), "at", desk.moment(one.at()));
    }

    private Shown said(Dossier.Answered one) {
        var answer = one.answer();
        return desk.w().h("answer." + answer.outcome(), "said", desk.known("said.", answer.said()));
    }

    /**
     * When it goes on by itself; nothing where it does not need to.
     *
     * @param over whether it is only watched: nothing is left to do, and somebody outside could still undo it
     */
    List<Shown> next(Dossier.Course course, boolean over) {
        var w = desk.w();
        if (course.setAsideAt().isPresent()) {
            return List.of(w.h(
                    "console.aside.since",
                    "at",
                    desk.moment(course.setAsideAt()),
                    "why",
                    course.failure().orElse("—")));
        }
        return course.nextAt()
                .map(at -> List.of(
                        at.isAfter(desk.now())
                                ? w.h(over ? "console.watchesnext" : "console.asksnext", "at", desk.moment(at))
                                : w.h(over ? "console.watchesnow" : "console.asksnow")))
                .orElse(List.of());
    }
}
