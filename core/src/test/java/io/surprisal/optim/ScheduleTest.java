package io.surprisal.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static void expect(Schedule schedule, long step, double rate) {
        assertThat(schedule.at(step)).as("step %d", step).isCloseTo(rate, within(1e-15));
    }

    @Test
    void constantStays() {
        expect(Schedule.constant(0.3), 0, 0.3);
        expect(Schedule.constant(0.3), 1_000_000, 0.3);
    }

    @Test
    void stepIsAStaircase() {
        Schedule schedule = Schedule.step(1, 0.1, 10);
        expect(schedule, 9, 1);
        expect(schedule, 10, 0.1);
        expect(schedule, 29, 0.01);
    }

    @Test
    void exponentialFallsEveryStep() {
        expect(Schedule.exponential(2, 0.5), 3, 0.25);
    }

    @Test
    void linearAndCosineMeetTheirEndsAndStay() {
        for (Schedule schedule : new Schedule[] {Schedule.linear(1, 0.2, 8), Schedule.cosine(1, 0.2, 8)}) {
            expect(schedule, 0, 1);
            expect(schedule, 4, 0.6);
            expect(schedule, 8, 0.2);
            expect(schedule, 100, 0.2);
        }
        expect(Schedule.cosine(1, 0, 4), 1, (1 + Math.sqrt(0.5)) / 2);
    }

    @Test
    void warmUpReachesWhatFollows() {
        Schedule schedule = Schedule.warmUp(4, Schedule.exponential(1, 0.5));
        expect(schedule, 0, 0.2);
        expect(schedule, 3, 0.8);
        expect(schedule, 4, 1);
        expect(schedule, 6, 0.25);
    }

    @Test
    void oneCycleRisesAndFalls() {
        Schedule schedule = Schedule.oneCycle(1, 100);
        expect(schedule, 0, 0.04);
        expect(schedule, 15, 0.52);
        expect(schedule, 30, 1);
        expect(schedule, 65, (1 + 1 / 250_000.0) / 2);
        expect(schedule, 100, 1 / 250_000.0);
        expect(schedule, 1000, 1 / 250_000.0);
    }

    @Test
    void rejectsWhatHasNoMeaning() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.cosine(1, 0, 0))
                .withMessage("Schedule.cosine: steps must be at least 1, but is 0.");
        assertThatIllegalArgumentException().isThrownBy(() -> Schedule.step(1, -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Schedule.linear(Double.NaN, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Schedule.oneCycle(1, 1));
    }

    @Test
    void equalSchedulesAreEqualAndTellTheirSettings() {
        List<Supplier<Schedule>> schedules = List.of(
                () -> Schedule.constant(0.125),
                () -> Schedule.step(0.125, 0.5, 10),
                () -> Schedule.exponential(0.125, 0.5),
                () -> Schedule.linear(0.125, 0.5, 10),
                () -> Schedule.cosine(0.125, 0.5, 10),
                () -> Schedule.warmUp(3, Schedule.cosine(0.125, 0.5, 10)),
                () -> Schedule.oneCycle(0.125, 10));
        for (Supplier<Schedule> schedule : schedules) {
            assertThat(schedule.get()).isEqualTo(schedule.get());
            assertThat(schedule.get().toString()).contains("0.125").doesNotContain("Lambda", "@");
        }
    }
}
