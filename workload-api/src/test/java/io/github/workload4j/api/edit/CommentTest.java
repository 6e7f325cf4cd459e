package io.github.workload4j.api.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommentTest {

    private static List<String> comments(String text) throws NotEditable {
        return Comment.of(text, TextNodes.read(text)).stream()
                .map(comment -> comment.indent() + text.substring(comment.from(), comment.to()))
                .toList();
    }

    @Test
    void aCommentGoesToTheEndOfItsLine() throws NotEditable {
        assertThat(comments("# one\na:\n  b: 1 # two\r\n  # three\n")).containsExactly("# one", "  # two", "  # three");
    }

    @Test
    void aNumberSignInAValueIsNoComment() throws NotEditable {
        assertThat(comments("a: 'x # y'\nb: \"# z\"\nc: d#e\nf: |\n  # text\n\"# key\": 1\n"))
                .isEmpty();
        assertThat(comments("{\"a\": \" # b\"}")).isEmpty();
    }
}
