using System.Text;
using System.Text.Json;
using Voltloop.Core.Canonical;
using Voltloop.Core.Problems;

namespace Voltloop.Tests.Unit.Proofs;

public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("""{"b":1,"a":2}""", """{"a":2,"b":1}""")]
    [InlineData(""" { "a" : [ 1.0 , -0 , 1e2 ] } """, """{"a":[1,0,100]}""")]
    [InlineData("""{"\u00e9":"\/\u0041\u000A"}""", """{"é":"/A\n"}""")]
    [InlineData("\"\\u007f\\u2028\\u0001\"", "\"\u007f\u2028\\u0001\"")]
    [InlineData("1e21", "1e+21")]
    [InlineData("333333333.33333329", "333333333.3333333")]
    [InlineData("null", "null")]
    public void One_value_has_one_form(string text, string canonical) => Canonical(text).ShouldBe(canonical);

    [Fact]
    public void Members_are_ordered_by_UTF_16_units_not_by_code_points() =>
        Canonical("""{"\ufb33":1,"\ud83d\ude00":2}""").ShouldBe("{\"\ud83d\ude00\":2,\"\ufb33\":1}");

    [Fact]
    public void A_member_named_twice_is_refused() => Refused.For(CanonicalProblems.DuplicateMember, () => Canonical("""{"a":{"x":1,"\u0078":1}}"""));

    [Fact]
    public void A_member_named_twice_is_refused_in_a_value_that_somebody_else_read()
    {
        using var document = JsonDocument.Parse("""{"x":1,"x":2}""");
        Refused.For(CanonicalProblems.DuplicateMember, () => CanonicalJson.Of(document.RootElement));
    }

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"\\udc00x\"")]
    [InlineData("{\"\\ud800\":1}")]
    public void Half_a_surrogate_pair_is_refused(string text) => Refused.For(CanonicalProblems.NotUnicode, () => Canonical(text));

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused() => Refused.AtAll(() => CanonicalJson.Of([(byte)'"', 0xC3, 0x28, (byte)'"'])).ShouldBeTrue();

    [Theory]
    [InlineData("1e400")]
    [InlineData("[-1e999]")]
    public void A_number_out_of_range_is_refused(string text) => Refused.For(CanonicalProblems.NumberRange, () => Canonical(text));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[[[[")]
    [InlineData("[1,]")]
    [InlineData("// c\n1")]
    [InlineData("1 2")]
    [InlineData("NaN")]
    [InlineData("\uFEFF1")]
    public void Text_that_is_not_strict_JSON_is_refused(string text) => Refused.For(CommonProblems.MalformedInput, () => Canonical(text));

    [Fact]
    public void Nesting_beyond_the_limit_is_refused() =>
        Refused.For(CommonProblems.LimitExceeded, () => Canonical(new string('[', 65) + new string(']', 65)));

    [Fact]
    public void Nesting_up_to_the_limit_is_taken() => Canonical(new string('[', 64) + new string(']', 64)).Length.ShouldBe(128);

    [Fact]
    public void No_number_is_written_that_JSON_does_not_know() => Should.Throw<ArgumentOutOfRangeException>(() => EcmaScriptNumber.Format(double.NaN));

    [Fact]
    public void A_version_hash_depends_on_the_content_alone()
    {
        var hash = VersionHash.Of("""{"a":1,"b":[true]}"""u8);
        VersionHash.Of("""{ "b": [true], "a": 1.0 }"""u8).ShouldBe(hash);
        VersionHash.Of("""{"a":1,"b":[false]}"""u8).ShouldNotBe(hash);
        hash.ToString().ShouldBe("sha-256:" + hash.Hex);
    }

    private static string Canonical(string text) => Encoding.UTF8.GetString(CanonicalJson.Of(Encoding.UTF8.GetBytes(text)));
}
