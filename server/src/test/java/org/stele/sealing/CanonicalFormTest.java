package org.stele.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.stele.Golden;
import org.stele.database.TestDatabase;

/** The form is laid down for good: what it says of these rows must never change. */
class CanonicalFormTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();

    @BeforeAll
    static void table() {
        DATABASE.sql().sql("""
                create table every_type (id bigint primary key, yes boolean, small smallint, whole int, real float8, "single" float4, exact numeric,
                                         day date, at timestamptz, words text, "list" text[], numbers bigint[], tree jsonb, bytes bytea, mark uuid,
                                         computed bigint generated always as (id + 1) stored)""").update();
    }

    static List<String> forms(String where) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = DATABASE.source().getConnection()) {
            TableForm form = new TableForms().of(connection, "every_type");
            RowReader reader = new RowReader(IntStream.range(0, form.columns().size()).toArray());
            Octets out = new Octets();
            CopiedRows.each(connection.unwrap(PGConnection.class).getCopyAPI()
                    .copyOut("copy (select " + form.list("") + " from every_type where " + where + " order by id) to stdout (format binary)"), (bytes, from, to) -> {
                        if (reader.row(bytes, from) >= 0) {
                            out.clear();
                            CanonicalForm.write(out, form, bytes, reader.starts(), reader.lengths());
                            found.add(new String(out.array(), 0, out.length(), StandardCharsets.UTF_8));
                        }
                    });
        }
        return found;
    }

    @Test
    void rowsOfEveryTypeHaveTheFormThatIsLaidDown() throws SQLException, IOException {
        DATABASE.sql().sql("""
                insert into every_type values
                (1, null, null, null, null, null, null, null, null, null, null, null, null, null, null), (2, true, -32768, 2147483647, 0.1, 1.5, 12.3400, '2020-11-03', '2020-11-03 09:12:44.120031+00', 'عبد الله', '{a,"b,c",NULL}', '{1,-2}',
                      '{"b": [1.50, 1e3, -0, 12345678901234567890.1], "a": {"ي": null, "x": true}, "a ": ""}', '\\x00ff', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'),
                (3, false, 0, -1, 'NaN', -0, 'NaN', '0044-03-15 BC', 'infinity', E'quote " backslash \\\\ tab \\t line \\n bell \\x07 delete \\x7f', '{}', '{}', '[]', '', null),
                (4, null, null, null, 1e300, 1e-30, 1e20, '12020-01-01', '1969-12-31 23:59:59.999999+00', '', '{""}', null, '"text \\u00e9 \\ud83d\\ude00"', null, null),
                (5, null, null, null, -0.0::float8, null, 0.00, '-infinity', '0001-01-01 00:00:00+00 BC', '😀 ', null, null, '5', null, null)""").update();
        Golden.assertSame("canonical-form.txt", String.join("\n", forms("id <= 5")) + "\n");
    }

    @Test
    void aRowHasTheSameFormHoweverItIsSpeltAndAnotherFormIfAnyValueDiffers() throws SQLException {
        DATABASE.sql().sql("""
                insert into every_type (id, exact, tree) values (100, 1.50, '{"a": 1.0, "b": "\\u0041"}'), (101, 1.5, '{ "b":"A", "a":1, "a":1.000 }')""").update();
        List<String> forms = forms("id in (100, 101)");
        assertThat(forms.get(0).replace("100", "x")).isEqualTo(forms.get(1).replace("101", "x"));
    }

    @Test
    void whatNoProgramOfOursWritesHasNoForm() {
        DATABASE.sql().sql("insert into every_type (id, \"list\") values (200, '[0:1]={a,b}'), (201, '{{a,b},{c,d}}')").update();
        for (int id : new int[] {200, 201}) {
            assertThatThrownBy(() -> forms("id = " + id)).isInstanceOf(NotCanonical.class).hasMessageContaining("list");
        }
    }

    @Test
    void textOfAnyLettersIsEscapedAsJsonReadersUndoIt() throws SQLException {
        Random random = new Random(4);
        for (int i = 0; i < 200; i++) {
            String text = random.ints(20, 1, 0x11000).filter(each -> each < 0xd800 || each > 0xdfff).mapToObj(Character::toString)
                    .collect(java.util.stream.Collectors.joining());
            DATABASE.sql().sql("insert into every_type (id, words) values (:id, :text)").param("id", 1000 + i).param("text", text).update();
            String form = forms("id = " + (1000 + i)).getFirst();
            assertThat(tools.jackson.databind.json.JsonMapper.builder().build().readTree(form).get("row").get("words").stringValue()).isEqualTo(text);
        }
    }

    @Test
    void numbersAreExactAndSpeltInOneWay() {
        assertThat(CanonicalForm.number("1.500")).isEqualTo(CanonicalForm.number("1.5")).isEqualTo("1.5");
        assertThat(CanonicalForm.number("0.000")).isEqualTo("0");
        Random random = new Random(5);
        for (int i = 0; i < 1000; i++) {
            BigDecimal number = new BigDecimal(new java.math.BigInteger(200, random), random.nextInt(-20, 40));
            assertThat(new BigDecimal(CanonicalForm.number(number.toPlainString()))).isEqualByComparingTo(number);
            assertThat(CanonicalForm.number(number.toPlainString())).isEqualTo(CanonicalForm.number(number.setScale(number.scale() + 3).toString()));
        }
    }
}
