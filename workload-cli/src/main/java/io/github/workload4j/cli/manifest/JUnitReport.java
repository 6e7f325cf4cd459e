package io.github.workload4j.cli.manifest;

import io.github.workload4j.cli.input.Inputs;
import io.github.workload4j.cli.input.Problem;
import io.github.workload4j.cli.input.Unread;
import io.github.workload4j.gang.words.Style;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The result of {@code workload validate} as JUnit's XML: a suite for each file, a case for each document. */
final class JUnitReport {

    private final XMLStreamWriter xml;

    private JUnitReport(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static void write(List<Finding> findings, List<Unread> unread, Writer out) {
        Map<String, List<Finding>> byFile = new LinkedHashMap<>();
        unread.forEach(input -> byFile.put(input.file(), new ArrayList<>()));
        findings.forEach(finding ->
                byFile.computeIfAbsent(finding.file(), f -> new ArrayList<>()).add(finding));
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            new JUnitReport(xml).suites(byFile, unread);
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void suites(Map<String, List<Finding>> byFile, List<Unread> unread) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        newLine("");
        xml.writeStartElement("testsuites");
        xml.writeAttribute("name", "workload validate");
        for (Map.Entry<String, List<Finding>> file : byFile.entrySet()) {
            List<Unread> errors = unread.stream()
                    .filter(input -> input.file().equals(file.getKey()))
                    .toList();
            suite(file.getKey(), file.getValue(), errors);
        }
        newLine("");
        xml.writeEndElement();
        newLine("");
        xml.writeEndDocument();
    }

    private void suite(String file, List<Finding> findings, List<Unread> unread) throws XMLStreamException {
        newLine("  ");
        xml.writeStartElement("testsuite");
        attribute("name", Inputs.shown(file));
        attribute("tests", String.valueOf(findings.size() + unread.size()));
        attribute(
                "failures",
                count(findings.stream().filter(each -> !each.errors().isEmpty())));
        attribute("errors", String.valueOf(unread.size()));
        attribute("skipped", count(findings.stream().filter(each -> each.verdict() == Finding.Verdict.SKIPPED)));
        for (Unread input : unread) {
            start(file, "input");
            empty("error", "Unreadable", input.what());
            end();
        }
        for (Finding finding : findings) {
            start(file, name(finding));
            testCase(finding);
            end();
        }
        newLine("  ");
        xml.writeEndElement();
    }

    private void start(String file, String name) throws XMLStreamException {
        newLine("    ");
        xml.writeStartElement("testcase");
        attribute("name", name);
        attribute("classname", Inputs.shown(file));
    }

    private void end() throws XMLStreamException {
        newLine("    ");
        xml.writeEndElement();
    }

    private void testCase(Finding finding) throws XMLStreamException {
        if (finding.verdict() == Finding.Verdict.SKIPPED) {
            newLine("      ");
            xml.writeEmptyElement("skipped");
            attribute("message", finding.reason());
        }
        for (Problem error : finding.errors()) {
            empty("failure", error.type(), line(finding, error));
        }
        if (!finding.warnings().isEmpty()) {
            newLine("      ");
            xml.writeStartElement("system-out");
            text(finding.warnings().stream()
                    .map(warning -> "warning: " + line(finding, warning))
                    .collect(Collectors.joining("\n")));
            xml.writeEndElement();
        }
    }

    private void empty(String element, String type, String message) throws XMLStreamException {
        newLine("      ");
        xml.writeEmptyElement(element);
        attribute("type", type);
        attribute("message", message);
    }

    private static String line(Finding finding, Problem problem) {
        String place = problem.position() == null
                ? String.valueOf(finding.line())
                : problem.position().line() + ":" + problem.position().column();
        return Inputs.shown(finding.file()) + ":" + place + ": "
                + (problem.field().isEmpty() ? "" : problem.field() + ": ") + problem.message();
    }

    private static String name(Finding finding) {
        String name = finding.namespace().isEmpty() ? finding.name() : finding.namespace() + "/" + finding.name();
        String what = (finding.kind() + " " + name).strip();
        return "document " + finding.index() + (finding.item() < 0 ? "" : " item " + finding.item())
                + (what.isEmpty() ? "" : ": " + what);
    }

    private static String count(Stream<Finding> some) {
        return String.valueOf(some.count());
    }

    private void newLine(String indent) throws XMLStreamException {
        xml.writeCharacters("\n" + indent);
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Style.printable(value));
    }

    private void text(String value) throws XMLStreamException {
        for (String line : value.split("\n")) {
            xml.writeCharacters(Style.printable(line) + "\n");
        }
    }
}
