using Voltloop.Core.Identities;
using Voltloop.Core.Problems;

namespace Voltloop.Tests.Unit.Core.Identities;

public sealed class DigitalLinkTests
{
    [Fact]
    public void A_link_is_taken_apart_into_key_qualifiers_and_attributes()
    {
        var link = DigitalLink.Parse("https://example.com/p/01/09520123456788/10/L1/21/S1?17=280101&3103=000195&utm=x");
        link.Stem.ShouldBe("https://example.com/p");
        link.Key.ShouldBe(new AiValue("01", "09520123456788"));
        link.Qualifiers.ShouldBe([new AiValue("10", "L1"), new AiValue("21", "S1")]);
        link.Attributes.ShouldBe([new AiValue("17", "280101"), new AiValue("3103", "000195")]);
        link.ValueOf("21").ShouldBe("S1");
        link.ValueOf("99").ShouldBeNull();
    }

    [Fact]
    public void The_canonical_form_sorts_the_attributes_and_the_identity_leaves_them_out()
    {
        var link = DigitalLink.Parse("http://a/01/09520123456788/21/S1?3103=000195&17=280101");
        link.Canonical.ShouldBe("https://id.gs1.org/01/09520123456788/21/S1?17=280101&3103=000195");
        link.Identity.ShouldBe("https://id.gs1.org/01/09520123456788/21/S1");
    }

    [Fact]
    public void A_link_is_built_from_parts_in_any_order()
    {
        var link = DigitalLink.Build(new("01", "09520123456788"), new("17", "280101"), new("21", "S 1".Replace(" ", "/", StringComparison.Ordinal)), new("10", "L1"));
        link.Canonical.ShouldBe("https://id.gs1.org/01/09520123456788/10/L1/21/S%2F1?17=280101");
        DigitalLink.Parse(link.Canonical).AiData.ShouldBe(link.AiData);
    }

    [Theory]
    [InlineData("10", "L1", "is not a GS1 key")]
    [InlineData("999", "L1", "is not a GS1 key")]
    [InlineData("01", "09520123456789", "check digit")]
    public void A_link_is_not_built_from_a_wrong_key(string ai, string value, string reason) =>
        Should.Throw<ProblemException>(() => DigitalLink.Build(new AiValue(ai, value))).Problem.Detail.ShouldContain(reason);

    [Fact]
    public void A_link_is_not_built_from_what_does_not_go_together()
    {
        var gtin = new AiValue("01", "09520123456788");
        Should.Throw<ProblemException>(() => DigitalLink.Build(gtin, new AiValue("21", "a"), new AiValue("235", "b")));
        Should.Throw<ProblemException>(() => DigitalLink.Build(gtin, new AiValue("21", "a"), new AiValue("21", "b")));
        Should.Throw<ProblemException>(() => DigitalLink.Build(gtin, new AiValue("37", "5"))).Problem.Detail.ShouldContain("exclude");
        Should.Throw<ProblemException>(() => DigitalLink.Build(gtin, new AiValue("427", "BY"))).Problem.Detail.ShouldContain("needs 422");
    }

    [Theory]
    [InlineData("https://a/01/09520123456788?11=280230", "breaks the rule date")]
    [InlineData("https://a/01/09520123456788?7003=2801012460", "breaks the rule hour-minute")]
    [InlineData("https://a/01/09520123456788?422=2A6", "'A' is not a digit")]
    [InlineData("https://a/01/09520123456788?422=27", "1 characters too short")]
    [InlineData("https://a/00/006141411234567890?4321=2", "breaks the rule yes-no")]
    [InlineData("https://a/00/006141411234567890?4307=de", "breaks the rule country-letters")]
    [InlineData("https://a/00/006141411234567890?4309=18000000019999999999", "breaks the rule latitude")]
    [InlineData("https://a/00/006141411234567890?4330=001000x", "breaks the rule minus")]
    [InlineData("https://a/8006/095201234567880300", "piece-of-total")]
    [InlineData("https://a/8004/AB20614141234567", "company prefix")]
    [InlineData("https://a/8010/9520cell", "character set 39")]
    [InlineData("https://a/8010/9520C/8011/012", "no-leading-zero")]
    [InlineData("https://a/415/9520123456788", "needs 8020")]
    [InlineData("https://a/415/9520123456788/8020/1?8007=DE89370400440532013001", "breaks the rule iban")]
    [InlineData("https://a/8018/123456789012345675?7258=3/2&7259=A", "position-in-sequence")]
    public void Content_that_breaks_its_rule_is_named(string uri, string reason)
    {
        DigitalLink.TryParse(uri, out _).ShouldBeFalse();
        Should.Throw<ProblemException>(() => DigitalLink.Parse(uri)).Problem.Detail.ShouldContain(reason);
    }

    [Theory]
    [InlineData("https://a/01/09520123456788?11=280200")]
    [InlineData("https://a/01/09520123456788?7003=2801012359")]
    [InlineData("https://a/00/006141411234567890?4321=1&4307=DE&4330=001000-")]
    [InlineData("https://a/00/006141411234567890?4309=18000000003600000000")]
    [InlineData("https://a/8006/095201234567880103")]
    [InlineData("https://a/8010/9520C/8011/12")]
    [InlineData("https://a/415/9520123456788/8020/1?8007=DE89370400440532013000")]
    [InlineData("https://a/8018/123456789012345675?7258=2/3&7259=A")]
    [InlineData("https://a/00/006141411234567890?4300=A%2520B")]
    public void Content_that_keeps_its_rule_is_read(string uri) => DigitalLink.Parse(uri).Key.Value.ShouldNotBeEmpty();

    [Fact]
    public void Every_line_of_the_table_names_only_checks_that_exist()
    {
        foreach (var component in AiTable.All.SelectMany(a => a.Components))
        {
            var sample = new string('0', component.Max);
            foreach (var check in component.Checks) Should.NotThrow(() => AiContent.Reason(check, sample));
        }
    }
}
