package dev.keepline.portal.words;

import dev.keepline.kernel.Money;
import dev.keepline.kernel.Msisdn;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a page says in one language: sentences by key, dates, amounts and numbers as its readers write them. */
public final class Words {

    /** From here on digits are grouped, somewhere. */
    private static final long GROUPED = 1_000;

    private final Language language;
    private final Locale locale;
    private final boolean plain;
    private final Map<String, DateTimeFormatter> patterns = new HashMap<>();

    public Words(Language language) {
        this.language = language;
        this.locale = language.locale();
        this.plain = DecimalFormatSymbols.getInstance(locale).getZeroDigit() == '0';
        for (var name : new String[] {"date", "day", "weekday", "month", "time", "seconds"}) {
            patterns.put(name, DateTimeFormatter.ofPattern(language.trait(name), locale));
        }
    }

    public Language language() {
        return language;
    }

    /** The sentence of this key, with its values given as name, value, name, value… */
    public Shown h(String key, Object... namesAndValues) {
        var values = new HashMap<String, Object>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return language.message(key).fill(this, values, "#");
    }

    /** The same as {@link #h}, plain: for attributes and titles. */
    public String t(String key, Object... namesAndValues) {
        return h(key, namesAndValues).plain();
    }

    /** Whether the language file has a sentence for this key: for codes of vendors that may have one. */
    public boolean has(String key) {
        return language.messages().containsKey(key);
    }

    /** The key with an ending of its own where that is wanted and the language has words for it; else the key itself. */
    public String key(String key, boolean wanted, String ending) {
        var special = key + "." + ending;
        return wanted && has(special) ? special : key;
    }

    /** Sentences one after the other, with the language's own space between them. */
    public Shown join(List<Shown> sentences) {
        var space = language.trait("space");
        return new Shown(
                sentences.stream().map(Shown::plain).collect(Collectors.joining(space)),
                sentences.stream().map(Shown::html).collect(Collectors.joining(space)));
    }

    /** One, two and three. */
    public Shown list(List<Shown> items) {
        var all = items.getFirst();
        for (int i = 1; i < items.size(); i++) {
            all = h(i == items.size() - 1 ? "list.last" : "list.next", "one", all, "two", items.get(i));
        }
        return all;
    }

    /** Each on a line of its own. */
    public Shown lines(List<Shown> lines) {
        return new Shown(
                lines.stream().map(Shown::plain).collect(Collectors.joining(language.trait("comma"))),
                lines.stream().map(Shown::html).collect(Collectors.joining("<br>")));
    }

    /** 27 Nov 2026. */
    public Shown date(LocalDate date) {
        return Shown.time(date.toString(), text("date", date));
    }

    /** 27 Nov: where the year goes without saying. */
    public Shown day(LocalDate date) {
        return Shown.time(date.toString(), text("day", date));
    }

    /** Sunday. */
    public String weekday(LocalDate date) {
        return text("weekday", date);
    }

    /** Nov: a tick on a picture of time; January is named by its year. */
    public String month(LocalDate date) {
        return date.getMonthValue() == 1 ? String.valueOf(date.getYear()) : text("month", date);
    }

    /** 14:27 in the given zone. */
    public Shown time(Instant at, ZoneId zone) {
        return Shown.time(at.toString(), text("time", at.atZone(zone)));
    }

    /** 14:27:05 in the given zone: where a record is meant. */
    public Shown seconds(Instant at, ZoneId zone) {
        return Shown.time(at.toString(), text("seconds", at.atZone(zone)));
    }

    /** 14:27 today, 24 Nov 03:42 on another day: always in the given zone. */
    public Shown moment(Instant at, Instant now, ZoneId zone) {
        var local = at.atZone(zone);
        if (local.toLocalDate().equals(now.atZone(zone).toLocalDate())) {
            return time(at, zone);
        }
        return dated(at, zone);
    }

    /** 24 Nov 03:42, today too: for what is read on other days as well. */
    public Shown dated(Instant at, ZoneId zone) {
        var local = at.atZone(zone);
        return Shown.time(at.toString(), t("moment", "day", text("day", local), "time", text("time", local)));
    }

    /** The same moment in another zone: 02:00, said to be the next day or the day before where it is. */
    public Shown elsewhere(Instant at, ZoneId here, ZoneId there) {
        var day = LocalDate.ofInstant(at, here);
        var other = LocalDate.ofInstant(at, there);
        if (day.equals(other)) {
            return time(at, there);
        }
        var local = text("time", at.atZone(there));
        return Shown.time(at.toString(), t(other.isAfter(day) ? "moment.next" : "moment.before", "time", local));
    }

    /** How people call the zone: New York; the city's name where the language file has none of its own. */
    public String zone(ZoneId zone) {
        var key = "zone." + zone.getId().replace('/', '.');
        if (has(key)) {
            return t(key);
        }
        return zone.getDisplayName(TextStyle.FULL, locale);
    }

    /** How long ago, in the one unit that matters. */
    public Shown ago(Instant at, Instant now) {
        long minutes = Math.max(0, Duration.between(at, now).toMinutes());
        if (minutes < 1) {
            return Shown.unbroken(t("ago.now"));
        }
        if (minutes < 90) {
            return Shown.unbroken(t("ago.minutes", "n", minutes));
        }
        long hours = minutes / 60;
        return Shown.unbroken(hours < 48 ? t("ago.hours", "n", hours) : t("ago.days", "n", hours / 24));
    }

    /** $29.85: the currency's own short sign, as the price list prints it. */
    public Shown money(Money money) {
        var format = (DecimalFormat) NumberFormat.getCurrencyInstance(locale);
        var symbols = format.getDecimalFormatSymbols();
        symbols.setCurrency(money.currency());
        symbols.setCurrencySymbol(money.currency().getSymbol(Locale.US));
        format.setDecimalFormatSymbols(symbols);
        format.setMinimumFractionDigits(money.currency().getDefaultFractionDigits());
        format.setMaximumFractionDigits(money.currency().getDefaultFractionDigits());
        return Shown.unbroken(format.format(money.decimal()));
    }

    /** 1,234. */
    public String number(long number) {
        if (plain && number >= 0 && number < GROUPED) {
            return Long.toString(number);
        }
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** 1,234.5: at most one decimal. */
    public String decimal(double number) {
        if (number == Math.rint(number) && number >= 0 && number < GROUPED) {
            return number((long) number);
        }
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    String pluralForm(long number) {
        return language.pluralForm(number);
    }

    Shown shown(Object value) {
        return switch (value) {
            case Shown shown -> shown;
            case LocalDate date -> date(date);
            case Money money -> money(money);
            case Msisdn number -> Shown.unbroken(number.national());
            case Integer number -> Shown.text(number(number));
            case Long number -> Shown.text(number(number));
            default -> Shown.text(value.toString());
        };
    }

    private String text(String pattern, TemporalAccessor when) {
        var formatter = patterns.get(pattern);
        if (formatter == null) {
            throw new IllegalArgumentException("no pattern " + pattern);
        }
        return formatter.format(when);
    }
}
