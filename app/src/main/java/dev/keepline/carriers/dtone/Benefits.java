package dev.keepline.carriers.dtone;

import dev.keepline.carriers.Allowance;
import dev.keepline.carriers.Bucket;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads what a line holds. */
final class Benefits {

    private Benefits() {}

    /** Empty when one of them cannot be read: half a record must not be compared as the whole. */
    static Optional<List<Bucket>> read(List<JsonNode> nodes) {
        var buckets = new ArrayList<Bucket>();
        for (JsonNode node : nodes) {
            var benefit = Wire.read(node, Wire.Benefit.class);
            if (benefit.isEmpty()) {
                return Optional.empty();
            }
            var allowance = allowance(benefit.get());
            if (allowance.isEmpty()) {
                continue; // a kind of benefit that no offering of ours speaks of
            }
            var bucket = bucket(benefit.get(), allowance.get());
            if (bucket.isEmpty()) {
                return Optional.empty();
            }
            buckets.add(bucket.get());
        }
        return Optional.of(buckets);
    }

    private static Optional<Allowance> allowance(Wire.Benefit benefit) {
        return switch (benefit.unitType()) {
            case "DATA" -> Optional.of(Allowance.DATA_BYTES);
            case "TIME" -> Optional.of(Allowance.VOICE_SECONDS);
            case "QUANTITY" -> benefit.type().equals("SMS") ? Optional.of(Allowance.MESSAGES) : Optional.empty();
            case "CURRENCY" -> benefit.unit().equals("USD") ? Optional.of(Allowance.CREDIT_CENTS) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Bucket> bucket(Wire.Benefit benefit, Allowance allowance) {
        try {
            var end = Optional.ofNullable(benefit.expirationDate()).map(Benefits::instant);
            return left(benefit, allowance).map(left -> new Bucket(allowance, left, end));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static Optional<Long> left(Wire.Benefit benefit, Allowance allowance) {
        var amount = benefit.amount();
        if (Units.unlimited(amount)) {
            return Optional.of(Bucket.UNLIMITED);
        }
        return switch (allowance) {
            case DATA_BYTES -> Units.bytes(amount, benefit.unit());
            case VOICE_SECONDS -> Units.seconds(amount, benefit.unit());
            case MESSAGES -> Units.whole(amount);
            case CREDIT_CENTS -> Units.whole(amount.movePointRight(2));
        };
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
