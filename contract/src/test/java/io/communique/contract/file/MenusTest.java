package io.communique.contract.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MenusTest {
    private final Menus menus = new Menus();

    @Test
    void menusAreKnownByTagRoleAndName() {
        assertThat(menus.isMenu("nav", "", "", "", false)).isTrue();
        assertThat(menus.isMenu("div", "navigation", "", "", false)).isTrue();
        assertThat(menus.isMenu("div", "", "gnb", "", false)).isTrue();
        assertThat(menus.isMenu("div", "", "", "wrap top-menu", false)).isTrue();
        assertThat(menus.isMenu("div", "", "", "menus", false)).isFalse();
        assertThat(menus.isMenu("body", "", "", "main-menu", false)).isFalse();
    }

    @Test
    void theFooterOfAnArticleIsItsOwn() {
        assertThat(menus.isMenu("footer", "", "", "", true)).isFalse();
        assertThat(menus.isMenu("footer", "", "", "", false)).isTrue();
    }
}
