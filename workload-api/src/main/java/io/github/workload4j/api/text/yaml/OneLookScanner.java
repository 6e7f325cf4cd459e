package io.github.workload4j.api.text.yaml;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.scanner.Scanner;
import org.yaml.snakeyaml.tokens.Token;

/**
 * Looks once at each token.
 *
 * <p>SnakeYAML's parser asks some ten times what the next token is, and each time its scanner goes through all brackets
 * that were opened in the last 1,024 characters of the line.
 */
final class OneLookScanner implements Scanner {

    private final Scanner scanner;
    private @Nullable Token next;

    OneLookScanner(Scanner scanner) {
        this.scanner = scanner;
    }

    @Override
    public boolean checkToken(Token.ID choice) {
        return peekToken().getTokenId() == choice;
    }

    /** Without a choice, whether there is a token: the parser never asks for one after the last. */
    @Override
    public boolean checkToken(Token.ID... choices) {
        Token.ID id = peekToken().getTokenId();
        for (Token.ID choice : choices) {
            if (id == choice) {
                return true;
            }
        }
        return choices.length == 0;
    }

    @Override
    public Token peekToken() {
        Token token = next == null ? scanner.peekToken() : next;
        next = token;
        return token;
    }

    @Override
    public Token getToken() {
        next = null;
        return scanner.getToken();
    }

    @Override
    public void resetDocumentIndex() {
        scanner.resetDocumentIndex();
    }
}
