package dev.keepline.screens;

import dev.keepline.journey.World;

/** Whose eyes a page is seen with. */
public enum Who {
    NOBODY("", ""),
    /** The demo subscriber: a line in each state. */
    SUBSCRIBER("li@keepline.example", "keep my number alive"),
    /** Has a renewal in each state that the sandbox can be brought to. */
    RENEWER("renewer@keepline.example", World.PASSWORD),
    /** Has no line yet. */
    NEWCOMER("newcomer@keepline.example", World.PASSWORD),
    /** The demo operator. */
    OPERATOR("operator@keepline.example", "watch over every line");

    private final String email;
    private final String password;

    Who(String email, String password) {
        this.email = email;
        this.password = password;
    }

    public String email() {
        return email;
    }

    public String password() {
        return password;
    }
}
