package newsmill.article;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;

/** What is wrong with a piece of JSON, for people: the field, the place and the mistake in one line, nothing quoted at length. */
final class JsonMistake {
    private static final int MAX_LENGTH = 300;

    private JsonMistake() {}

    static String in(JsonProcessingException e) {
        StringBuilder line = new StringBuilder();
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            line.append(mapping.getPath().stream()
                            .map(step ->
                                    step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                            .collect(Collectors.joining(".")))
                    .append(": ");
        }
        line.append(mistake(e));
        JsonLocation place = e.getLocation();
        if (!(e instanceof ValueInstantiationException) && place != null && place.getByteOffset() >= 0) {
            line.append(" (at byte ").append(place.getByteOffset()).append(')');
        }
        String text = line.toString().replaceAll("\\p{Cntrl}+", " ");
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "…" : text;
    }

    private static String mistake(JsonProcessingException e) {
        if (e instanceof ValueInstantiationException && e.getCause() != null) {
            return e.getCause().getMessage();
        }
        if (e.getOriginalMessage().startsWith("Trailing token")) {
            return "something follows the object";
        }
        if (e instanceof MismatchedInputException wrong && wrong.getTargetType() != null) {
            return "should be " + wanted(wrong.getTargetType());
        }
        return e.getOriginalMessage();
    }

    private static String wanted(Class<?> type) {
        if (type == String.class || type.isEnum()) {
            return "text";
        }
        if (type == int.class) {
            return "a whole number";
        }
        if (type == double.class) {
            return "a number";
        }
        if (type == Instant.class) {
            return "a time such as 2026-11-23T07:15:30Z";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "an object (" + type.getSimpleName() + ")";
    }
}
