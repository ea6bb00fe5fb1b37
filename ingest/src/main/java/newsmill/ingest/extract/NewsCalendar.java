package newsmill.ingest.extract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoUnit;

/** The calendars that news pages date by, each day given in the one that machines use. */
enum NewsCalendar {
    GREGORIAN {
        @Override
        LocalDate date(int year, int month, int day) {
            return LocalDate.of(year, month, day);
        }
    },
    /** Iran's and Afghanistan's: six months of 31 days, five of 30, and 29 or, in leap years, 30 in the last. */
    PERSIAN {
        @Override
        LocalDate date(int year, int month, int day) {
            int length = month <= 6 ? 31 : month < 12 || leap(year) ? 30 : 29;
            if (year < FIRST_PERSIAN || year > LAST_PERSIAN || month < 1 || month > 12 || day < 1 || day > length) {
                throw new DateTimeException("no such day");
            }
            long days = (month <= 7 ? 31L * (month - 1) : 6 * 31 + 30L * (month - 7)) + day - 1;
            for (int y = FIRST_PERSIAN; y < year; y++) {
                days += leap(y) ? 366 : 365;
            }
            return NEW_YEAR_1370.plusDays(days);
        }

        /** The 33-year cycle, which has agreed with the equinox since 1300 and will until 1470. */
        private boolean leap(int year) {
            return switch (year % 33) {
                case 1, 5, 9, 13, 17, 22, 26, 30 -> true;
                default -> false;
            };
        }
    },
    /** The Islamic calendar as Saudi Arabia counts it. */
    HIJRI {
        @Override
        LocalDate date(int year, int month, int day) {
            return LocalDate.EPOCH.plusDays(
                    ChronoUnit.DAYS.between(LocalDate.EPOCH, LocalDate.from(HijrahDate.of(year, month, day))));
        }
    },
    /** Ethiopia's: twelve months of 30 days and the rest; the year begins on 11 September, before a leap year on the 12th. */
    ETHIOPIC {
        @Override
        LocalDate date(int year, int month, int day) {
            if (month < 1 || month > 13 || day < 1 || day > (month == 13 ? 6 : 30)) {
                throw new DateTimeException("no such day");
            }
            return LocalDate.of(year + 7, 9, year % 4 == 0 ? 12 : 11).plusDays(30L * (month - 1) + day - 1);
        }
    };

    private static final int FIRST_PERSIAN = 1370;
    private static final int LAST_PERSIAN = 1430;
    private static final LocalDate NEW_YEAR_1370 = LocalDate.of(1991, 3, 21);

    abstract LocalDate date(int year, int month, int day);

    /** Null for a day that does not exist, or on which there was no news on the web. */
    Stamp day(int year, int month, int day) {
        try {
            LocalDate date = date(year, month, day);
            return Stamp.of(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * The calendar that a year belongs to where only numbers are written: of the years of news on the web those of the
     * Persian calendar end where those of the Islamic one begin. Thai years are for the caller.
     */
    static NewsCalendar of(int year) {
        return year >= FIRST_PERSIAN && year <= 1412 ? PERSIAN : year > 1412 && year <= 1470 ? HIJRI : GREGORIAN;
    }
}
