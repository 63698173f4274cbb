package dev.streamgauge.processors.queues;

import static dev.streamgauge.processors.testkit.Cast.build;
import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.deploy;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeployQueuesTest {

    private static Waiting shop() {
        return Waiting.at("10:00")
                .heard(
                        landed(commit("a")).at("07:00"),
                        deploy("D1", "a").at("07:30"),
                        build("1", "a").at("07:10"),
                        landed(commit("b")).from("a").at("09:00"));
    }

    @Test
    void aDeployWaitsForItsApprovalAndLeavesWithIt() {
        // Given
        Waiting shop =
                shop().heard(deploy("D2", "b").state("waiting").created("09:10").requested("09:12"));
        assertThat(shop.in("deploy.approval")).containsExactly("shop/production D2/1 09:12");

        // When
        shop.heard(deploy("D2", "b").state("pending").approved("09:40"));

        // Then
        assertThat(shop.in("deploy.approval")).containsExactly("shop/production D2/1 09:12 left 09:40");
    }

    @Test
    void aLandedChangeWaitsForAGreenBuildAndForItsDeploy() {
        // When
        Waiting shop = shop();

        // Then
        assertThat(shop.stays()).containsExactly("deploy shop/production @b 09:00", "integration * @b 09:00");
    }

    @Test
    void aGreenBuildOfALaterLandingEndsIntegration() {
        // When
        Waiting shop = shop().heard(
                        landed(commit("c")).from("b").at("09:20"),
                        build("2", "c").at("09:30"));

        // Then
        assertThat(shop.in("integration")).containsExactly("* @b 09:00 left 09:30", "* @c 09:20 left 09:30");
    }

    @Test
    void aDeployEndsBoth() {
        // When
        Waiting shop = shop().heard(deploy("D2", "b").at("09:45"));

        // Then
        assertThat(shop.stays())
                .containsExactly("deploy shop/production @b 09:00 left 09:45", "integration * @b 09:00 left 09:45");
    }

    @Test
    void testEnvironmentsHaveNoQueue() {
        // When
        Waiting shop = shop().heard(
                        deploy("T1", "a").to("shop", "test").at("07:30"),
                        deploy("T2", "b").to("shop", "test").at("09:30"));

        // Then
        assertThat(shop.in("deploy")).containsExactly("shop/production @b 09:00");
        assertThat(shop.in("integration")).containsExactly("* @b 09:00");
    }

    @Test
    void theFirstDeployToALaneMakesBaselinesAndTheyWaitForNothing() {
        // When
        Waiting shop = Waiting.at("10:00")
                .heard(
                        landed(commit("a")).at("09:00"),
                        landed(commit("b")).from("a").at("09:10"),
                        deploy("D1", "b").at("09:30"));

        // Then
        assertThat(shop.in("deploy")).containsExactly("shop/production @b 09:10 left 09:30");
    }
}
